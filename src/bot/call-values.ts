import { maxPhoneTime } from "../views/form-limits.ts";
import type { Say } from "../views/words/say.ts";
import { cleanLine } from "./clean-text.ts";
import { phoneNumber } from "./phone-and-time.ts";
import type { Parsed } from "./submitted-values.ts";

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
