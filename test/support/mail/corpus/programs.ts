import { base64, both, html, nested, opens, parts, plain, type, utf8, type CorpusMail } from "./made-mail.ts";

/** What mail programs make of an answer. */
export const programs: readonly CorpusMail[] = [
  opens("Gmail", ...both("It is down.", "<div dir=ltr>It is <b>down</b>.</div>"), "It is down."),
  opens(
    "Outlook on Windows",
    ...both(
      "It is down.\n\n",
      "<html xmlns:o=x><body lang=EN><p class=MsoNormal>It is down.<o:p></o:p></p></body></html>",
    ),
    "It is down.",
  ),
  opens(
    "Apple Mail",
    ...both("It is down.", '<html><body style="overflow-wrap:break-word">It is down.<br></body></html>'),
    "It is down.",
  ),
  opens(
    "Thunderbird",
    type("text/plain; charset=UTF-8; format=flowed", "User-Agent: Mozilla Thunderbird"),
    "It is down.\n-- \nCarla",
    "It is down.",
  ),
  opens("an iPhone", plain, "It is down.\n\nSent from my iPhone", "It is down."),
  opens("a phone in Spanish", plain, utf8("No va.\n\nEnviado desde mi Android"), "No va."),
  opens(
    "Outlook's history in Portuguese",
    plain,
    utf8("Parou.\n\nDe: Ana <ana@example.com>\nEnviado: segunda-feira\nPara: Carla\nAssunto: Vídeo\n\nOlá"),
    "Parou.",
  ),
  opens(
    "Gmail's history in Spanish",
    plain,
    utf8("No va.\n\nEl lun, 12 ene 2026 a las 9:00, Ana (<ana@example.com>) escribió:\n\n> Hola"),
    "No va.",
  ),
  opens(
    "answers between quotes",
    plain,
    "> Which player?\n\nThe second.\n\n> Since when?\n\nNine.",
    "> Which player?\n\nThe second.\n\n> Since when?\n\nNine.",
  ),
  opens("HTML alone", html, "<p>It is down.</p><p>Since nine.</p>", "It is down.\n\nSince nine."),
  opens(
    "HTML with a script and a style",
    html,
    "<style>p{}</style><script>alert(1)</script><p onclick=x()>It is down.</p>",
    "It is down.",
  ),
  opens("HTML that is not closed", html, "<div><b>It is down.", "It is down."),
  opens("a picture from the web", html, '<p>It is down.</p><img src="https://track.example/1.gif">', "It is down."),
  opens(
    "a forwarded mail",
    plain,
    "See below.\n\n---------- Forwarded message ---------\nFrom: Bob <bob@acme.example>\nSubject: Video\n\nIt is down.",
    "See below.",
  ),
  opens(
    "plain text in a mixed mail in an alternative one",
    ...parts("mixed", [
      [type('multipart/alternative; boundary="in"'), `--in\nContent-Type: text/plain\n\nIt is down.\n--in--`],
    ]),
    "It is down.",
  ),
  opens("parts nested five deep", ...nested(5), "It is down."),
  opens(
    "a part without an end",
    type("multipart/mixed; boundary=edge"),
    "--edge\nContent-Type: text/plain\n\nIt is down.",
    "It is down.",
  ),
  opens(
    "an empty part",
    ...parts("mixed", [
      [plain, ""],
      [plain, "It is down."],
    ]),
    "It is down.",
  ),
  opens(
    "a preamble",
    type("multipart/mixed; boundary=edge"),
    "This is MIME.\n--edge\nContent-Type: text/plain\n\nIt is down.\n--edge--\nEnd",
    "It is down.",
  ),
  opens(
    "a signed mail",
    ...parts('signed; protocol="application/pgp-signature"', [
      [plain, "It is down."],
      [type("application/pgp-signature; name=sig.asc"), "-----BEGIN PGP SIGNATURE-----"],
    ]),
    "It is down.",
  ),
  opens(
    "TNEF",
    ...parts("mixed", [
      [plain, "It is down."],
      [type("application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64"), base64('x\x9f>"')],
    ]),
    "It is down.",
  ),
  opens(
    "an invitation",
    ...parts("mixed", [
      [plain, "Let us talk."],
      [type("text/calendar; method=REQUEST; name=invite.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR"],
    ]),
    "Let us talk.",
  ),
  opens(
    "a vCard",
    ...parts("mixed", [
      [plain, "It is down."],
      [type("text/vcard; name=carla.vcf"), "BEGIN:VCARD\nEND:VCARD"],
    ]),
    "It is down.",
  ),
  opens(
    "a file with a path as its name",
    ...parts("mixed", [
      [plain, "See."],
      [type('text/plain; name="../../etc/passwd"', "Content-Disposition: attachment"), "root"],
    ]),
    "See.",
  ),
  opens(
    "a picture within the text",
    ...parts("related", [
      [html, '<p>It looks so: <img src="cid:a"></p>'],
      [
        type(
          "image/png; name=a.png",
          "Content-ID: <a>",
          "Content-Disposition: inline",
          "Content-Transfer-Encoding: base64",
        ),
        base64("x".repeat(9_000)),
      ],
    ]),
    "It looks so:",
  ),
  opens(
    "forty files",
    ...parts("mixed", [
      [plain, "See."],
      ...Array.from(
        { length: 40 },
        (_, at) => [type(`text/plain; name=f${at}.txt`, "Content-Disposition: attachment"), `${at}`] as const,
      ),
    ]),
    "See.",
  ),
];

/** Further programs, with what they add to the words. */
export const more: readonly CorpusMail[] = [
  opens(
    "Gmail in HTML, with its history",
    html,
    '<div dir="ltr">It is down.</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Jan 12, 2026 at 9:00 AM Ana &lt;ana@example.com&gt; wrote:<br></div><blockquote class="gmail_quote">Hello</blockquote></div>',
    "It is down.",
  ),
  opens(
    "Outlook in HTML, with its history",
    html,
    "<p>It is down.</p><hr><p><b>From:</b> Ana &lt;ana@example.com&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Carla<br><b>Subject:</b> Video</p><p>Hello</p>",
    "It is down.",
  ),
  opens(
    "Yahoo",
    plain,
    "It is down.\n\n    On Monday, January 12, 2026, 09:00:00 AM UTC, Ana <ana@example.com> wrote:  \n \n  Hello",
    "It is down.",
  ),
  opens(
    "ProtonMail",
    plain,
    "It is down.\n\nSent with Proton Mail secure email.\n\nOn Monday, January 12th, 2026 at 09:00, Ana <ana@example.com> wrote:\n\n> Hello",
    "It is down.\n\nSent with Proton Mail secure email.",
  ),
  opens(
    "history in German",
    plain,
    utf8("Es geht nicht.\n\nAm Mo., 12. Jan. 2026 um 09:00 Uhr schrieb Ana <ana@example.com>:\n\n> Hallo"),
    "Es geht nicht.\n\nAm Mo., 12. Jan. 2026 um 09:00 Uhr schrieb Ana <ana@example.com>:",
  ),
  opens(
    "a logo in a signature",
    ...parts("related", [
      [html, '<p>It is down.</p><p>-- <br>Carla<br><img src="cid:l"></p>'],
      [
        type(
          "image/png; name=logo.png",
          "Content-ID: <l>",
          "Content-Disposition: inline",
          "Content-Transfer-Encoding: base64",
        ),
        base64("logo"),
      ],
    ]),
    "It is down.",
  ),
  opens(
    "a mail as a file",
    ...parts("mixed", [
      [plain, "See."],
      [type("message/rfc822"), "From: bob@acme.example\nSubject: Video\n\nIt is down."],
    ]),
    "See.",
  ),
  opens("a charset in HTML only", type("text/html"), `<meta charset="utf-8"><p>${utf8("caído")}</p>`, "caído"),
  opens(
    "sixty servers on the way",
    Array.from(
      { length: 60 },
      (_, at) => `Received: from s${at}.example by s${at + 1}.example; Mon, 12 Jan 2026 09:00:00 +0000`,
    ),
    "x",
    "x",
  ),
  opens("nothing at all", ["Subject: ", "Message-ID: <nothing@acme.example>"], "", ""),
  opens(
    "a file alone",
    ...parts("mixed", [[type("text/plain; name=player.log", "Content-Disposition: attachment"), "error 42"]]),
    "",
  ),
  opens(
    "emoji in the subject and the name",
    [`Subject: =?utf-8?B?${base64("🎬 caído")}?=`, `From: =?utf-8?B?${base64("Núria 🎬")}?= <nuria@acme.example>`],
    "x",
    "x",
  ),
];
