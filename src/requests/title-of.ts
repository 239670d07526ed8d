import { cutToUnits } from "../i18n/excerpt.ts";
import { maxTitle } from "../i18n/form-limits.ts";
import { cleanLine, cleanText, hasVisibleText } from "./clean-text.ts";

/** A title for a message: its first line with visible text. */
export const titleOf = (text: string): string =>
  cutToUnits(cleanLine(cleanText(text).split("\n").find(hasVisibleText) ?? ""), maxTitle);
