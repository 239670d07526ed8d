import { formatsAfter, type Formatted, type MaybeFormatted } from "../tickets/format.ts";
import { cutToUnits } from "../i18n/excerpt.ts";
import { maxTitle } from "../chat/form.ts";

/**
 * A visible character: a letter, digit, sign or emoji. Text of blanks, marks and zero-width characters only counts as
 * empty.
 */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text as it can be stored: well-formed, trimmed, and without zero bytes, which no database takes. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll("\0", "").trim();

/** The same with formats. */
export const cleanFormatted = ({ text, format = [] }: MaybeFormatted): Formatted => {
  const clean = cleanText(text);
  return { text: clean, format: formatsAfter(format, text, clean) };
};

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, " ");

/** Whether a text has any visible character. */
export const hasVisibleText = (text: string): boolean => visible.test(text);

/** A title for a message: its first line with visible text. */
export const titleOf = (text: string): string =>
  cutToUnits(cleanLine(cleanText(text).split("\n").find(hasVisibleText) ?? ""), maxTitle);
