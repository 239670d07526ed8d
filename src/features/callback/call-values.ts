import { maxPhoneTime } from "../../i18n/form-limits.ts";
import type { Say } from "../../i18n/say.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { phoneNumber } from "./phone-and-time.ts";
import type { Parsed } from "../../requests/submitted-values.ts";

/** On which number somebody wants to be called, and when. */
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
