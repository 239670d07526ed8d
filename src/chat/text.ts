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

/** Cuts to at most `max` UTF-16 units, on a border that the reader sees, with "…" where something is missing. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max < 1) return "";
  // A grapheme may begin before the limit and end after it, so we look a little further than we keep.
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  // One grapheme longer than the limit is cut through, but never inside a surrogate pair.
  return `${end > 0 ? text.slice(0, end) : text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
};
