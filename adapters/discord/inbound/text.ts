import { cut, showable } from "../../../src/chat/text.ts";

/** Showable text in one line. */
export const inOneLine = (text: string): string => showable(text).replaceAll(/\s+/g, " ").trim();

/** A label of a button, choice or question: one line, cut; Discord wants one character at least. */
export const label = (text: string, max: number): string => {
  const shown = cut(inOneLine(text), max);
  return shown === "" ? "–" : shown;
};

/**
 * Text that Discord's Markdown shows as it stands: a backslash before every mark that could begin formatting, a mention,
 * an emoji or a link. In Discord a backslash before any punctuation is never shown.
 */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\*_~`|<[\]@]|:(?=\/\/|[\w+-]+:)/g, String.raw`\$&`)
    .replaceAll(/^([^\S\n\r\u2028\u2029]*)([-+>#])/gm, String.raw`$1\$2`)
    .replaceAll(/^([^\S\n\r\u2028\u2029]*\d+)\./gm, String.raw`$1\.`);

/** Undoes `escaped`. */
export const unescaped = (markdown: string): string => markdown.replaceAll(/\\([^0-9A-Za-z\s])/g, "$1");

/** Escapes, and cuts so that the result fits: no mark is parted from its backslash. */
export const escapedWithin = (text: string, max: number): string => {
  // Escaping never shortens: what is too long before it is too long afterwards.
  const whole = text.length <= max ? escaped(text) : null;
  if (whole !== null && whole.length <= max) return whole;
  let keep = max;
  while (escaped(cut(text, keep)).length > max) keep = Math.min(keep - 1, Math.floor(keep * 0.9));
  return escaped(cut(text, keep));
};
