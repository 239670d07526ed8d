import { platforms } from "../../adapters/index.ts";

const mask = "[redacted]";

/** Secrets by their shape, anywhere in a text. The first group is the text before the secret, and stays. */
const shapes: readonly RegExp[] = [
  ...platforms.flatMap(({ secretShapes }) => secretShapes),
  /\b((?:Bearer|Basic|Bot|Authorization: {0,8}Token)\s{1,8})[\w.~+/=-]{16,}/gi,
  /([?&](?:token|secret|password|key|sig(?:nature)?)=)[^\s&"\\]+/gi,
];

/** A key and the quotation marks around it: in JSON, and in JSON that is a string inside JSON. */
const named = /(?<!\\)(\\{0,7})"([^"\\]{1,80})\1"\s{0,4}:\s{0,4}\1"/g;
const secretName = /token|secret|password|passwd|authorization|cookie|response_?url|api_?key/i;

/** Returns where a JSON string ends whose quotation marks follow `depth` backslashes. */
const endOfString = (text: string, from: number, depth: number): number => {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === "\\" && end - slashes > from) slashes += 1;
    if (slashes % (2 * (depth + 1)) === depth) return end - depth;
  }
  return text.length;
};

/** Removes values whose key suggests a secret. */
const withoutNamed = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  named.lastIndex = 0;
  for (let found = named.exec(text); found !== null; found = named.exec(text)) {
    if (!secretName.test(found[2] ?? "")) continue;
    const begin = named.lastIndex;
    const end = endOfString(text, begin, (found[1] ?? "").length);
    kept.push(text.slice(from, begin), end > begin ? mask : "");
    from = end;
    named.lastIndex = end;
  }
  return kept.length === 0 ? text : kept.join("") + text.slice(from);
};

/** Returns where the password of an address begins in a stretch that ends before an "@"; -1 if there is none. */
const passwordIn = (stretch: string): number => {
  for (let at = stretch.indexOf("://"); at >= 0; at = stretch.indexOf("://", at + 3)) {
    const colon = stretch.indexOf(":", at + 3);
    if (colon < 0) return -1;
    if (/\w/.test(stretch.charAt(at - 1)) && !stretch.slice(at + 3, colon).includes("/")) return colon + 1;
  }
  return -1;
};

/** Removes the passwords of addresses, as in `postgres://plazo:…@host`. */
const withoutPasswords = (text: string): string =>
  text.includes("@")
    ? text.replace(/[^\s@"\\]+/g, (stretch, offset: number) => {
        const begin = text.charAt(offset + stretch.length) === "@" ? passwordIn(stretch) : -1;
        return begin < 0 || begin === stretch.length ? stretch : stretch.slice(0, begin) + mask;
      })
    : text;

/**
 * Removes secrets from a text: the given values, secrets of a known shape, and values whose key suggests a secret.
 * Every log line passes through here with people's text in it, so no part of it is scanned twice.
 */
export const redact = (text: string, values: readonly string[] = []): string => {
  const withoutValues = values.reduce(
    (rest, value) => rest.replaceAll(asInJson(value), mask).replaceAll(value, mask),
    text,
  );
  const withoutShapes = shapes.reduce((rest, shape) => rest.replace(shape, `$1${mask}`), withoutValues);
  return withoutNamed(withoutPasswords(withoutShapes));
};

const asInJson = (value: string): string => JSON.stringify(value).slice(1, -1);
