import type { Parsed } from "../../requests/submitted-values.ts";
import type { Say } from "../../i18n/say.ts";
import { maxPhone, maxPhoneTime } from "../../chat/form.ts";
import { cleanLine } from "../../requests/clean-text.ts";

const number = /^\+?[\d ().-]{4,30}$/;
const begins = /^(\+?[\d ().-]{4,30})(?= |$)(.*)$/;

/** A telephone number as people write it; null if it is none. */
export const phoneNumber = (text: string): string | null => {
  const typed = cleanLine(text);
  return number.test(typed) && typed.length <= maxPhone && typed.replace(/\D/g, "").length >= 4 ? typed : null;
};

/**
 * A number and the text after it, which says when: "+34 600 000 001 after 16:00". Null if the text begins with no
 * number.
 */
export const phoneAndTime = (text: string): { readonly number: string; readonly time: string | null } | null => {
  const [, first = "", rest = ""] = begins.exec(cleanLine(text)) ?? [];
  const found = phoneNumber(first);
  const time = rest.trim().slice(0, maxPhoneTime);
  return found === null ? null : { number: found, time: time === "" ? null : time };
};

/** The number and the time of a request for a call. */
export const callValues = (
  values: Readonly<Record<string, string>>,
  say: Say,
): Parsed<{ readonly number: string; readonly time: string | null }> => {
  const number = phoneNumber(values["number"] ?? "");
  const time = cleanLine(values["time"] ?? "").slice(0, maxPhoneTime);
  return number === null
    ? { ok: false, errors: { number: say("error.phoneUnclear") } }
    : { ok: true, value: { number, time: time === "" ? null : time } };
};
