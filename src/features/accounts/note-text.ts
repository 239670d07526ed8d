import { maxText } from "../../chat/form.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Say } from "../../i18n/say.ts";
import { textValues } from "../../requests/submitted-values.ts";

/** The longest note. */
export const longestNote = maxText;

/** The text of a note as it is stored, or what is wrong with it. */
export const noteText = (
  typed: string,
  say: Say,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string } => {
  const parsed = textValues({ text: typed.replaceAll("\r\n", "\n") }, say);
  return parsed.ok
    ? { ok: true, text: parsed.value.text }
    : { ok: false, error: Object.values(parsed.errors).join(" ") };
};

/** The beginning of a note on one line, for pages about something else. */
export const noteExcerpt = (text: string): string => oneLine(text, 200);
