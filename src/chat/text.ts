const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Text that any client can show: NUL and broken surrogates become visible marks, direction overrides cannot turn a line
 * around, other control characters go. Marks that right-to-left writing needs stay.
 */
export const showable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0000\u202D\u202E]/g, "\uFFFD")
    .replaceAll(/[\u0001-\u0008\u000B-\u001F\u007F\u202A-\u202C\u2066-\u2069]/g, "");

/** No platform's message is longer (UTF-16 units); what comes beyond is not read. */
export const longestText = 40_000;

/** A text that is not longer than any platform's message. */
export const atMostLongest = (text: string): string => cut(text, longestText);

/**
 * A text without the given signs at its end. It walks backwards: a regular expression that looks for the end of the text
 * would begin anew at every blank.
 */
export const withoutTail = (text: string, signs: string): string => {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** A text's outer blanks, and what is between them. */
export const splitBlanks = (
  text: string,
): { readonly before: string; readonly words: string; readonly after: string } => {
  const rest = text.trimStart();
  const words = rest.trimEnd();
  return { before: text.slice(0, text.length - rest.length), words, after: rest.slice(words.length) };
};

/** A text without every match of `mention` and without the blanks before each. */
export const withoutMentions = (text: string, mention: RegExp): string =>
  text
    .split(mention)
    .map((part, index, { length }) => (index < length - 1 ? withoutTail(part, " \t") : part))
    .join("");

/** Cuts to at most `max` UTF-16 units, on a border that the reader sees, with "…" where something is missing. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max < 1) return "";
  // A grapheme may begin before the limit and end after it, so we look a little further than we keep.
  const end = graphemes.segment(text.slice(0, max + 64)).containing(max - 1)?.index ?? 0;
  // One grapheme longer than the limit is cut through, but never inside a surrogate pair.
  return `${end > 0 ? text.slice(0, end) : text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
};
