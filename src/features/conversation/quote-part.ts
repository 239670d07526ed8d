import type { CardPart } from "../../chat/card.ts";
import { followed, type Formatted } from "../../tickets/format.ts";
import { excerpt } from "../../i18n/excerpt.ts";

/** Somebody's words, or the beginning of them where `length` (in characters people see) is given, as they look. */
export const quotePart = ({ text, format = [] }: Formatted, length?: number): CardPart => {
  const shown = length === undefined ? text : excerpt(text, length);
  const kept = followed(format, text, shown);
  return { part: "quote", text: shown, ...(kept.length === 0 ? {} : { format: kept }) };
};
