import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMail } from "../../../src/mail/reading/parse-mail.ts";
import { readMail } from "../../../src/mail/reading/read.ts";
import { maxMailBytes, type MailReading, type ReadMail } from "../../../src/mail/reading/read-mail.ts";

const settings = { authServer: "mx.example.com" };

/** A mail of these lines, in Latin-1 so that every byte can be written. */
const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text.replaceAll(/\r?\n/g, "\r\n"), "latin1"));

const read = async (text: string): Promise<ReadMail> => {
  const reading = await parseMail(bytes(text), settings);
  return reading.ok ? reading.mail : expect.fail(reading.why);
};

/** A mail with this head and this body. */
const mail = (head: readonly string[], body = "words"): string =>
  ["From: Carla <carla@acme.example>", "To: support@example.com", "Subject: No video", ...head, "", body].join("\n");

const html = (body: string): string => mail(["Content-Type: text/html; charset=utf-8"], body);

describe("texts", () => {
  test.each<readonly [string, string, string]>([
    ["ISO-8859-1", mail(["Content-Type: text/plain; charset=iso-8859-1"], "ca\xEDdo"), "caído"],
    ["ISO-8859-15", mail(["Content-Type: text/plain; charset=iso-8859-15"], "10 \xA4"), "10 €"],
    ["windows-1252", mail(["Content-Type: text/plain; charset=windows-1252"], "\x93no\x94"), "“no”"],
    ["UTF-7", mail(["Content-Type: text/plain; charset=utf-7"], "ca+AO0-do"), "caído"],
    ["Shift_JIS", mail(["Content-Type: text/plain; charset=shift_jis"], "\x93\xFA\x96{"), "日本"],
    ["GB18030", mail(["Content-Type: text/plain; charset=gb18030"], "\xD6\xD0"), "中"],
    [
      "quoted-printable",
      mail(
        ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
        "ca=C3=ADdo =\nya",
      ),
      "caído ya",
    ],
    [
      "base64",
      mail(
        ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
        Buffer.from("caído").toString("base64"),
      ),
      "caído",
    ],
    ["format=flowed", mail(["Content-Type: text/plain; format=flowed"], "one \ntwo"), "one two"],
    ["an unknown charset", mail(["Content-Type: text/plain; charset=klingon"], "plain"), "plain"],
    ["a NUL byte", mail([], "a\0b"), "a\uFFFDb"],
    ["nothing", mail([], ""), ""],
    ["HTML", html("<p>It is <b>down</b>.</p><p>Since <i>nine</i></p>"), "It is down.\n\nSince nine"],
    ["HTML with a list", html("<ul><li>one</li><li>two</li></ul>"), "* one\n * two"],
    [
      "HTML with a script, a style, a picture and hidden text",
      html(
        '<style>x</style><script>alert(1)</script><img src="https://spy.example/1.gif"><p>Seen</p><p style="display:none">unseen</p>',
      ),
      "Seen",
    ],
    [
      "HTML with a link that hides its address",
      html('<a href="https://evil.example/">your bank</a>'),
      "your bank (https://evil.example/)",
    ],
    [
      "HTML with a quoted mail",
      html(
        '<p>Ya va.</p><div class="gmail_quote">El lun, 3 ago 2026 a las 10:00, Ana (<a href="mailto:ana@example.com">ana@example.com</a>) escribió:<br><blockquote>Hola</blockquote></div>',
      ).replace("ó", "&oacute;"),
      "Ya va.",
    ],
    [
      "nested parts",
      mail(
        ["Content-Type: multipart/mixed; boundary=a"],
        "--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<b>rich</b>\n--b--\n--a--",
      ),
      "plain",
    ],
    [
      "a boundary that never ends",
      mail(["Content-Type: multipart/mixed; boundary=a"], "--a\nContent-Type: text/plain\n\nplain"),
      "plain",
    ],
  ])("%s", async (_, raw, text) => {
    expect((await read(raw)).text).toBe(text);
  });

  test("bold and italic words keep their format, as parts of what was written", async () => {
    const { text, format } = await read(html("<p>It is <b>down</b> <em>now</em>.</p><p>-- <br><b>Carla</b></p>"));
    expect(format.map(({ from, to, as }) => [text.slice(from, to), as])).toContainEqual(["down", "bold"]);
    expect(format.map(({ from, to, as }) => [text.slice(from, to), as])).toContainEqual(["now", "italic"]);
    expect(format.every(({ to }) => to <= text.length)).toBe(true);
  });
});

describe("heads", () => {
  test("names and subjects are one line, and what is no address is left out", async () => {
    const { subject, from, to } = await read(
      [
        "From: =?utf-8?B?Q2FybGEKQmNjOiB4QHkueg==?= <carla@acme.example>",
        "To: Team: ana@example.com, <not an address>;, SUPPORT@Example.com",
        "Subject: =?utf-8?Q?No=0D=0ABcc:_x@y.z?=",
        "",
        "words",
      ].join("\n"),
    );
    expect(subject).toBe("No Bcc: x@y.z");
    expect(from).toEqual({ address: "carla@acme.example", name: "Carla Bcc: x@y.z" });
    expect(to.map(({ address }) => address)).toContain("ana@example.com");
    expect(to.map(({ address }) => address)).toContain("support@example.com");
  });

  test("several authors vouch for none", async () => {
    expect((await read("From: a@b.example, c@d.example\n\nx")).from).toBeNull();
    expect((await read("Subject: x\n\nx")).from).toBeNull();
  });

  test("references come with the nearest first, once each", async () => {
    const { references, messageId } = await read(
      mail(["Message-ID: <c@d>", "In-Reply-To: <b@d>", "References: <a@d>\n <b@d>"]),
    );
    expect({ references, messageId }).toEqual({ references: ["<b@d>", "<a@d>"], messageId: "<c@d>" });
  });

  test.each<readonly [string, readonly string[], string]>([
    ["a person", [], "person"],
    ["a person whose program says so", ["Auto-Submitted: no"], "person"],
    ["an automatic mail", ["Auto-Submitted: auto-generated"], "automatic"],
    ["bulk", ["Precedence: bulk"], "automatic"],
    [
      "an absence note of Exchange",
      ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "Subject: Automatic reply: Video"],
      "outOfOffice",
    ],
    [
      "an absence note in Spanish",
      ["Auto-Submitted: auto-replied", "Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_V=C3=ADdeo?="],
      "outOfOffice",
    ],
    ["words of an absence by a person", ["Subject: Out of office: who answers?"], "person"],
    ["a failed delivery", ["Content-Type: multipart/report; report-type=delivery-status; boundary=a"], "bounce"],
    ["a failed delivery in words", ["From: Mailer-Daemon@example.com", "Return-Path: <>"], "bounce"],
    ["a read receipt", ["Content-Type: multipart/report; report-type=disposition-notification; boundary=a"], "receipt"],
    ["a list", ["List-Id: Team <team.acme.example>"], "mailingList"],
    ["a newsletter", ["List-Unsubscribe: <mailto:x@y.z>"], "mailingList"],
  ])("%s", async (_, head, kind) => {
    const given = head.filter((line) => /^(?:Subject|From):/.test(line)).map((line) => line.split(":")[0]);
    const usual = ["From: carla@acme.example", "Subject: No video"].filter(
      (line) => !given.includes(line.split(":")[0]),
    );
    expect((await read([...usual, ...head, "", "words"].join("\n"))).kind).toBe(kind);
  });

  test("an invitation is one, and its file is named", async () => {
    const raw = mail(
      ["Content-Type: multipart/mixed; boundary=a"],
      "--a\n\nCome\n--a\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--a--",
    );
    const { kind, files } = await read(raw);
    expect({ kind, files: files.map(({ name }) => name) }).toEqual({ kind: "calendar", files: ["invitation.ics"] });
  });

  test.each<readonly [string, string, string]>([
    ["DMARC passed", "mx.example.com; dmarc=pass header.from=acme.example", "verified"],
    [
      "DMARC failed",
      "mx.example.com; spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=acme.example",
      "failed",
    ],
    ["an aligned DKIM", "mx.example.com; dkim=pass header.d=acme.example", "verified"],
    ["DKIM of another domain", "mx.example.com; dkim=pass header.d=evil.example", "unverified"],
    ["SPF of another domain", "mx.example.com; spf=pass smtp.mailfrom=x@evil.example", "unverified"],
    ["another server", "mx.evil.example; dmarc=pass header.from=acme.example", "unverified"],
    ["a result in a comment", "mx.example.com; dmarc=none (dmarc=pass header.from=acme.example)", "unverified"],
    ["a result in the server's name", "mx.example.com.evil.example; dmarc=pass", "unverified"],
  ])("%s", async (_, results, is) => {
    expect((await read(mail([`Authentication-Results: ${results}`]))).verdict.is).toBe(is);
  });

  test("of several results of the server only the first counts, since a sender may have written the others", async () => {
    const forged = "Authentication-Results: mx.example.com; dmarc=pass header.from=acme.example";
    expect((await read(mail(["Authentication-Results: mx.example.com; dmarc=fail", forged]))).verdict.is).toBe(
      "failed",
    );
  });

  test("a report of a failed delivery says whom the mail did not reach, and which mail it was", async () => {
    const raw = [
      "From: MAILER-DAEMON@mx.acme.example",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=a",
      "",
      "--a\n\nIt did not work.",
      "--a\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.acme.example\n",
      "Final-Recipient: rfc822; carla@acme.example\nAction: failed\nStatus: 5.1.1\n",
      "--a\nContent-Type: text/rfc822-headers\n\nMessage-ID: <t-1042.abc@example.com>\nSubject: Video\n",
      "--a--",
    ].join("\n");
    expect((await read(raw)).bounce).toEqual({
      recipient: "carla@acme.example",
      action: "failed",
      status: "5.1.1",
      originalId: "<t-1042.abc@example.com>",
    });
  });
});

describe("hostile mails", () => {
  const part = "--a\nContent-Type: text/plain\n\nx\n";
  const deep = Array.from(
    { length: 1_000 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}`,
  );

  test.each<readonly [string, string, string]>([
    ["10,000 parts", mail(["Content-Type: multipart/mixed; boundary=a"], part.repeat(10_000)), "tooManyParts"],
    ["parts in parts, a thousand deep", `From: a@b.example\n${deep.join("\n")}`, "tooManyParts"],
    ["a head of 400 kB", mail([`X-Long: ${"x".repeat(400_000)}`]), "headersTooLarge"],
  ])("%s", async (_, raw, why) => {
    expect(await readMail(bytes(raw), settings)).toEqual({ ok: false, why });
  });

  test("one that is too large is not read", async () => {
    const raw = new Uint8Array(maxMailBytes + 1);
    expect(await readMail(raw, settings)).toEqual({ ok: false, why: "tooLarge" });
  });

  test("25 MB do not hold this thread", async () => {
    const raw = bytes(
      mail(
        ["Content-Type: multipart/mixed; boundary=a"],
        `--a\nContent-Type: application/pdf; name=a.pdf\n\n${"x".repeat(20 * 1024 * 1024)}\n--a--`,
      ),
    );
    const reading = readMail(raw, settings);
    const beats: number[] = [];
    const timer = setInterval(() => beats.push(performance.now()), 5);
    const { ok } = await reading;
    clearInterval(timer);
    const longest = Math.max(0, ...beats.slice(1).map((at, place) => at - (beats[place] ?? at)));
    expect(ok).toBe(true);
    expect(longest).toBeLessThan(250);
  });

  test("any bytes give a value, and never an error", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "From: a@b.example\n",
        "Content-Type: multipart/mixed; boundary=a\n",
        "\n",
        "--a\n",
        "--a--\n",
        "=?utf-8?Q?=",
        "Content-Type: text/html\n",
        "<b><i>",
        "\0",
        "\xFF",
      ),
      fc.string({ maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const reading: MailReading = await parseMail(bytes(pieces.join("")), settings);
        return (
          !reading.ok ||
          reading.mail.format.every(({ from, to }) => from < to && to <= (reading.ok ? reading.mail.text.length : 0))
        );
      }),
      { numRuns: 60 },
    );
  });
});
