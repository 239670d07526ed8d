import { mail, nested, type, type CorpusMail } from "./made-mail.ts";

/** What machines write. Nothing of it is answered. */
export const machines: readonly CorpusMail[] = [
  mail(
    "out of office",
    "automatic outOfOffice",
    ["Auto-Submitted: auto-replied", "Subject: Automatic reply: Video"],
    "I am out.",
  ),
  mail(
    "out of office in Spanish",
    "automatic outOfOffice",
    [
      `Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_V=C3=ADdeo?=`,
      "X-Auto-Response-Suppress: All",
      "Auto-Submitted: auto-replied",
    ],
    "No estoy.",
  ),
  mail("an automatic mail", "automatic automatic", ["Auto-Submitted: auto-generated"], "Build 7 failed."),
  mail("bulk", "automatic automatic", ["Precedence: bulk"], "Offers"),
  mail(
    "a newsletter",
    "automatic mailingList",
    ["From: news@shop.example", "List-Unsubscribe: <mailto:x@shop.example>", "List-Id: <news.shop.example>"],
    "Buy",
  ),
  mail("a list with a contact's words", "stranger mailingList", ["List-Id: Team <team.acme.example>"], "It is down."),
  mail(
    "a read receipt",
    "automatic receipt",
    type("multipart/report; report-type=disposition-notification; boundary=edge"),
    "--edge\nContent-Type: text/plain\n\nRead.\n--edge--",
  ),
  mail(
    "a failed delivery of another server",
    "bounce failed",
    [
      "From: mailer-daemon@mx.example",
      "Return-Path: <>",
      ...type("multipart/report; report-type=delivery-status; boundary=edge"),
    ],
    "--edge\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--edge--",
  ),
  mail(
    "a failed delivery in words",
    "bounce failed",
    ["From: MAILER-DAEMON@mx.example", "Return-Path: <>"],
    "Undeliverable",
  ),
  mail(
    "a delay",
    "bounce delayed",
    ["From: mailer-daemon@mx.example", ...type("multipart/report; report-type=delivery-status; boundary=edge")],
    "--edge\nContent-Type: message/delivery-status\n\nAction: delayed\nStatus: 4.4.1\n--edge--",
  ),
];

/** What is set aside, because reading it would take too much. */
export const hostile: readonly CorpusMail[] = [
  mail(
    "10,000 parts",
    "setAside tooManyParts",
    type("multipart/mixed; boundary=a"),
    `${"--a\n\nx\n".repeat(10_000)}--a--`,
  ),
  mail("parts a thousand deep", "setAside tooManyParts", ...nested(1_000)),
  mail("a head of 400 kB", "setAside headersTooLarge", [`X-Long: ${"x".repeat(400_000)}`], "x"),
  mail(
    "ten thousand recipients",
    "setAside headersTooLarge",
    [`Cc: ${Array.from({ length: 20_000 }, (_, at) => `a${at}@b.example`).join(", ")}`],
    "x",
  ),
];
