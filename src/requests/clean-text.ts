import { formatsAfter, type Formatted } from "../tickets/format.ts";

/** A character one can see: letters, digits, signs, emoji. Blanks, marks and zero-width characters alone say nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** People's words as they can be kept: well-formed, without zero bytes (no database takes them), without outer blanks. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll("\0", "").trim();

/** The same with how they look. */
export const cleanWords = ({ text, format = [] }: Formatted): Formatted => {
  const clean = cleanText(text);
  const kept = formatsAfter(format, text, clean);
  return kept.length === 0 ? { text: clean } : { text: clean, format: kept };
};

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, " ");

/** Whether somebody said anything. */
export const saysSomething = (text: string): boolean => visible.test(text);
