import { cutToUnits } from "../i18n/excerpt.ts";
import { maxTitle } from "../i18n/form-limits.ts";
import { cleanLine, cleanText, saysSomething } from "./clean-text.ts";

/** What a message is about, in one line: its first line that says something. */
export const titleOf = (text: string): string =>
  cutToUnits(cleanLine(cleanText(text).split("\n").find(saysSomething) ?? ""), maxTitle);
