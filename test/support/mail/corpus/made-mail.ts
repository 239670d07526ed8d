/** A mail of the corpus: raw, and what must become of it. */
export interface CorpusMail {
  readonly name: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  /** `opens`, `refused flood`, `stranger unknown`, …: as the desk stores it. */
  readonly becomes: string;
  /** What is shown of it as the customer's words; missing where none are. */
  readonly text?: string;
}

const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text.replaceAll(/\r?\n/g, "\r\n"), "latin1"));
export const utf8 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
export const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

const known = "Núria <nuria@acme.example>";
let made = 0;

/** `head`: header lines, which replace those of the same name. `body`: bytes, one character each. */
export const mail = (
  name: string,
  becomes: string,
  head: readonly string[],
  body: string,
  text?: string,
): CorpusMail => {
  made += 1;
  const usual = [
    `From: ${utf8(known)}`,
    "To: Support <support@example.com>",
    `Subject: ${utf8(name)}`,
    `Message-ID: <corpus-${made}@acme.example>`,
    "Date: Mon, 12 Jan 2026 09:00:00 +0000",
    "MIME-Version: 1.0",
  ];
  const nameOf = (line: string): string => line.split(":")[0]?.toLowerCase() ?? "";
  const given = new Set(head.map(nameOf));
  const lines = [...usual.filter((line) => !given.has(nameOf(line))), ...head];
  return { name, becomes, raw: latin(`${lines.join("\n")}\n\n${body}`), ...(text === undefined ? {} : { text }) };
};
export const opens = (name: string, head: readonly string[], body: string, text: string): CorpusMail =>
  mail(name, "opens", head, body, text);

export const type = (of: string, ...more: readonly string[]): readonly string[] => [`Content-Type: ${of}`, ...more];
export const plain = type("text/plain; charset=utf-8");
export const html = type("text/html; charset=utf-8");
export const parts = (
  kind: string,
  each: readonly (readonly [head: readonly string[], body: string])[],
  edge = "edge",
) =>
  [
    [`Content-Type: multipart/${kind}; boundary="${edge}"`],
    [...each.flatMap(([head, body]) => [`--${edge}`, ...head, "", body]), `--${edge}--`, ""].join("\n"),
  ] as const;
export const both = (words: string, markup: string) =>
  parts("alternative", [
    [plain, utf8(words)],
    [html, utf8(markup)],
  ]);

/** Parts within parts. */
export function nested(depth: number): readonly [readonly string[], string] {
  let [head, body] = [["Content-Type: text/plain"] as readonly string[], "It is down."];
  for (let at = 0; at < depth; at += 1) [head, body] = parts("mixed", [[head, body]], `edge${at}`);
  return [head, body];
}
