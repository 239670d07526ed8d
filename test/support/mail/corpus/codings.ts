import { base64, opens, plain, type, utf8, type CorpusMail } from "./made-mail.ts";

/** Charsets and encodings of programs in use. */
export const codings: readonly CorpusMail[] = [
  opens("plain ASCII", [], "It is down.", "It is down."),
  opens("no headers of MIME", ["MIME-Version: "], "It is down.", "It is down."),
  ...(
    [
      ["iso-8859-1", "ca\xEDdo", "caído"],
      ["iso-8859-15", "10 \xA4", "10 €"],
      ["windows-1252", "\x93no\x94 \x80", "“no” €"],
      ["iso-8859-2", "\xE8esky", "česky"],
      ["windows-1251", "\xE2\xE8\xE4\xE5\xEE", "видео"],
      ["koi8-r", "\xD7\xC9\xC4\xC5\xCF", "видео"],
      ["shift_jis", "\x93\xFA\x96{", "日本"],
      ["iso-2022-jp", "\x1B$BF|K\\\x1B(B", "日本"],
      ["euc-kr", "\xC7\xD1", "한"],
      ["gb18030", "\xD6\xD0", "中"],
      ["big5", "\xA4\xA4", "中"],
      ["utf-7", "ca+AO0-do", "caído"],
      ["utf-8", utf8("caído 🎬"), "caído 🎬"],
      ["us-ascii", utf8("caído"), "caído"],
      ["unknown-8bit", "plain", "plain"],
    ] as const
  ).map(([charset, body, text]) => opens(`text in ${charset}`, type(`text/plain; charset=${charset}`), body, text)),
  opens(
    "quoted-printable",
    [...plain, "Content-Transfer-Encoding: quoted-printable"],
    "ca=C3=ADdo =\nahora",
    "caído ahora",
  ),
  opens("base64", [...plain, "Content-Transfer-Encoding: base64"], base64("caído"), "caído"),
  opens(
    "base64 that is cut",
    [...plain, "Content-Transfer-Encoding: base64"],
    base64("It is down.").slice(0, 12),
    "It is dow",
  ),
  opens("format=flowed", type("text/plain; charset=utf-8; format=flowed"), "It is \ndown.", "It is down."),
  opens("lines of 100,000 letters", plain, "x".repeat(100_000), `${"x".repeat(9_999)}…`),
  opens("right to left", plain, utf8("الفيديو لا يعمل"), "الفيديو لا يعمل"),
  opens("NUL bytes", plain, "a\0b", "a\uFFFDb"),
];
