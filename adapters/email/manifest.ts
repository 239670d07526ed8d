import { z } from "zod";
import { mailboxOf } from "./inbound/mailbox-url.ts";
import { webhookKey } from "./inbound/signed-request.ts";
import { definePlatform } from "../../src/chat/platform-manifest.ts";

const isSmtpUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return ["smtp:", "smtps:"].includes(url?.protocol ?? "") && (url?.hostname ?? "") !== "";
};

/** A mail server and a sender switch e-mail on. */
export const manifest = definePlatform({
  name: "email",
  kind: "mail",
  variables: {
    SMTP_URL: z
      .string()
      .refine(isSmtpUrl)
      .optional()
      .describe("an address such as smtps://user:password@mail.example.com:465"),
    MAIL_FROM: z
      .string()
      .regex(/^(?:[^\s<>",;:@]+@[\w.-]+|[^<>",;:@\p{Cc}]{1,80} <[^\s<>",;:@]+@[\w.-]+>)$/u)
      .optional()
      .describe("an address such as Example Support <support@example.com>"),
    IMAP_URL: z
      .string()
      .refine((text) => mailboxOf(text) !== null)
      .optional()
      .describe("an address such as imaps://user:password@mail.example.com/INBOX"),
    MAIL_SECRET: z
      .string()
      .refine((text) => webhookKey(text) !== null)
      .optional()
      .describe("a secret of Standard Webhooks: whsec_ and at least 24 bytes in base64 (openssl rand -base64 32)"),
  },
  switchedOnBy: "SMTP_URL",
  secrets: { SMTP_URL: "password", IMAP_URL: "password", MAIL_SECRET: "value" },
  secretShapes: [/\b()whsec_[\w+/=-]{16,}/g],
  ids: null,
  hasHome: false,
  failureMeanings: {},
  conflicts: ({ SMTP_URL: smtp, MAIL_FROM: from, IMAP_URL: imap, MAIL_SECRET: secret, AREA: area }) => {
    const inbound = imap === undefined ? (secret === undefined ? null : "MAIL_SECRET") : "IMAP_URL";
    const areaOff =
      inbound === null || area !== "off"
        ? []
        : [
            {
              variable: "AREA",
              expected: `on, since ${inbound} is set: mails of customers are kept in the client area`,
            },
          ];
    if (smtp !== undefined && from === undefined)
      return [...areaOff, { variable: "MAIL_FROM", expected: "the address e-mail is from, since SMTP_URL is set" }];
    const needing = from === undefined ? inbound : "MAIL_FROM";
    return smtp === undefined && needing !== null
      ? [...areaOff, { variable: "SMTP_URL", expected: `the server e-mail is handed to, since ${needing} is set` }]
      : areaOff;
  },
  settings: ({ SMTP_URL, MAIL_FROM, IMAP_URL, MAIL_SECRET }) => {
    if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
    const mailbox = IMAP_URL === undefined ? null : mailboxOf(IMAP_URL);
    return {
      url: SMTP_URL,
      from: MAIL_FROM,
      ...(MAIL_SECRET === undefined ? {} : { secret: MAIL_SECRET }),
      ...(mailbox === null ? {} : { mailbox }),
    };
  },
  load: async () => (await import("./index.ts")).createEmail,
});
