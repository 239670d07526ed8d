const blackened = "[redacted]";

/** Secrets by their shape, wherever they stand in a text. */
const shapes: readonly RegExp[] = [
  // Slack tokens of every kind, also the rotated ones (xoxe.xoxp-…).
  /\b(?:xoxe\.)?xox[a-z]-[\w-]+/g,
  /\bxapp-[\w-]+/g,
  /\bv0=[0-9a-f]{64}\b/g,
  /(?<=\b(?:Bearer|Basic|Bot)\s+)[\w.~+/=-]{16,}/gi,
  // Whoever has these addresses may post: incoming webhooks and response URLs.
  /(?<=\bhooks\.slack(?:-gov)?\.com\/)[^\s"\\]+/g,
  /(?<=[?&](?:token|secret|password|key|sig(?:nature)?)=)[^\s&"\\]+/gi,
  // The password of an address.
  /(?<=\b[a-z][\w+.-]*:\/\/[^\s:@/"\\]*:)[^\s@"\\]+(?=@)/gi,
];

const tellingName = String.raw`[^"\\]*(?:token|secret|password|passwd|authorization|cookie|response_?url|api_?key)[^"\\]*`;

/** Secrets by the name they are kept under: in JSON, and in JSON that is itself a string inside JSON. */
const named: readonly RegExp[] = [
  new RegExp(String.raw`("${tellingName}"\s*:\s*")(?:[^"\\]|\\.)+`, "gi"),
  new RegExp(String.raw`(\\"${tellingName}\\"\s*:\s*\\")(?:[^"\\]|\\\\(?:\\")?)+`, "gi"),
];

/** A text without its secrets: those of the given values, of a known shape, or under a telling name. */
export const redact = (text: string, values: readonly string[] = []): string => {
  const withoutValues = values.reduce(
    (rest, value) => rest.replaceAll(asInJson(value), blackened).replaceAll(value, blackened),
    text,
  );
  const withoutShapes = shapes.reduce((rest, shape) => rest.replace(shape, blackened), withoutValues);
  return named.reduce((rest, pattern) => rest.replace(pattern, `$1${blackened}`), withoutShapes);
};

const asInJson = (value: string): string => JSON.stringify(value).slice(1, -1);
