const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Text that every client can show: NUL and broken surrogates become visible marks, direction overrides cannot reverse a line
 * and other control characters are removed. Marks that right-to-left writing needs are kept.
 */
export const showable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0000\u202D\u202E]/g, "\uFFFD")
    .replaceAll(/[\u0001-\u0008\u000B-\u001F\u007F\u202A-\u202C\u2066-\u2069]/g, "");

/** The longest message of any platform, in UTF-16 units. Text beyond it is not read. */
export const longestText = 40_000;

/** The text, cut to the longest message of any platform. */
export const atMostLongest = (text: string): string => cut(text, longestText);

/**
 * The text without the given characters at its end. It walks backwards, because a regular expression that looks for the
 * end of the text would start again at every blank.
 */
export const withoutTail = (text: string, signs: string): string => {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** The blanks around a text, and the text between them. */
export const splitBlanks = (
  text: string,
): { readonly before: string; readonly inner: string; readonly after: string } => {
  const rest = text.trimStart();
  const inner = rest.trimEnd();
  return { before: text.slice(0, text.length - rest.length), inner, after: rest.slice(inner.length) };
};

/** The text without all matches of `mention` and the blanks before them. */
export const withoutMentions = (text: string, mention: RegExp): string =>
  text
    .split(mention)
    .map((part, index, { length }) => (index < length - 1 ? withoutTail(part, " \t") : part))
    .join("");

/** Cuts to at most `max` UTF-16 units between visible characters, and marks the cut with "…". */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max < 1) return "";
  // A grapheme may begin before the limit and end after it, so the search goes a little beyond the limit.
  const end = graphemes.segment(text.slice(0, max + 64)).containing(max - 1)?.index ?? 0;
  // A grapheme longer than the limit is cut, but never inside a surrogate pair.
  return `${end > 0 ? text.slice(0, end) : text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
};
