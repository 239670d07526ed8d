import { platforms } from "../../adapters/index.ts";

const blackened = "[redacted]";

/** Secrets by their shape, wherever they stand in a text. What stands before the secret is the first group, and stays. */
const shapes: readonly RegExp[] = [
  ...platforms.flatMap(({ secretShapes }) => secretShapes),
  /\b((?:Bearer|Basic|Bot|Authorization: {0,8}Token)\s{1,8})[\w.~+/=-]{16,}/gi,
  /([?&](?:token|secret|password|key|sig(?:nature)?)=)[^\s&"\\]+/gi,
];

/** A name, or the beginning of a text, and the quotation marks around it: in JSON, and in JSON that is a string inside JSON. */
const named = /(?<!\\)(\\{0,7})"([^"\\]{1,80})\1"\s{0,4}:\s{0,4}\1"/g;
const tellingName = /token|secret|password|passwd|authorization|cookie|response_?url|api_?key/i;

/** Where a string of JSON ends whose quotation marks stand behind `depth` backslashes. */
const endOfString = (text: string, from: number, depth: number): number => {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === "\\" && end - slashes > from) slashes += 1;
    if (slashes % (2 * (depth + 1)) === depth) return end - depth;
  }
  return text.length;
};

/** Without what stands under a telling name. */
const withoutNamed = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  named.lastIndex = 0;
  for (let found = named.exec(text); found !== null; found = named.exec(text)) {
    if (!tellingName.test(found[2] ?? "")) continue;
    const begin = named.lastIndex;
    const end = endOfString(text, begin, (found[1] ?? "").length);
    kept.push(text.slice(from, begin), end > begin ? blackened : "");
    from = end;
    named.lastIndex = end;
  }
  return kept.length === 0 ? text : kept.join("") + text.slice(from);
};

/** Where the password of an address begins in a stretch that ends before an "@"; -1 where it holds none. */
const passwordIn = (stretch: string): number => {
  for (let at = stretch.indexOf("://"); at >= 0; at = stretch.indexOf("://", at + 3)) {
    const colon = stretch.indexOf(":", at + 3);
    if (colon < 0) return -1;
    if (/\w/.test(stretch.charAt(at - 1)) && !stretch.slice(at + 3, colon).includes("/")) return colon + 1;
  }
  return -1;
};

/** Without the passwords of addresses, as in `postgres://plazo:…@host`. */
const withoutPasswords = (text: string): string =>
  text.includes("@")
    ? text.replace(/[^\s@"\\]+/g, (stretch, offset: number) => {
        const begin = text.charAt(offset + stretch.length) === "@" ? passwordIn(stretch) : -1;
        return begin < 0 || begin === stretch.length ? stretch : stretch.slice(0, begin) + blackened;
      })
    : text;

/**
 * A text without its secrets: those of the given values, of a known shape, or under a telling name. The log gives every line
 * to this, with whatever people wrote in it, so nothing here looks at a stretch of text twice.
 */
export const redact = (text: string, values: readonly string[] = []): string => {
  const withoutValues = values.reduce(
    (rest, value) => rest.replaceAll(asInJson(value), blackened).replaceAll(value, blackened),
    text,
  );
  const withoutShapes = shapes.reduce((rest, shape) => rest.replace(shape, `$1${blackened}`), withoutValues);
  return withoutNamed(withoutPasswords(withoutShapes));
};

const asInJson = (value: string): string => JSON.stringify(value).slice(1, -1);
