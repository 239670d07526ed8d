import { cut, showable } from "../../../src/chat/text.ts";

/** Showable text in one line. */
export const inOneLine = (text: string): string => showable(text).replaceAll(/\s+/g, " ").trim();

/** A label of a button, choice or question: one line, cut; Discord wants one character at least. */
export const label = (text: string, max: number): string => {
  const shown = cut(inOneLine(text), max);
  return shown === "" ? "–" : shown;
};

/**
 * Escapes text so that Discord shows it literally: a backslash before each mark that could begin formatting, a mention,
 * an emoji or a link. Discord never shows a backslash before punctuation.
 */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\*_~`|<[\]@]|:(?=\/\/|[\w+-]+:)/g, String.raw`\$&`)
    .replaceAll(/^([^\S\n\r\u2028\u2029]*)([-+>#])/gm, String.raw`$1\$2`)
    .replaceAll(/^([^\S\n\r\u2028\u2029]*\d+)\./gm, String.raw`$1\.`);

/** Undoes `escaped`. */
export const unescaped = (markdown: string): string => markdown.replaceAll(/\\([^0-9A-Za-z\s])/g, "$1");

/** Escapes and cuts, so that the result fits and no mark is separated from its backslash. */
export const escapedWithin = (text: string, max: number): string => {
  // Escaping never shortens a text.
  const whole = text.length <= max ? escaped(text) : null;
  if (whole !== null && whole.length <= max) return whole;
  let keep = max;
  while (escaped(cut(text, keep)).length > max) keep = Math.min(keep - 1, Math.floor(keep * 0.9));
  return escaped(cut(text, keep));
};
