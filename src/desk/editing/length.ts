import type { TargetTime } from "../../sla/calendar.ts";
import { hour, minute, second } from "../../sla/instant.ts";
import { lengthFromWords } from "../../text/length-from-words.ts";
import type { Locale } from "../desk.ts";
import { durationText, parseDuration } from "../duration.ts";

const formats = {
  en: new Intl.DurationFormat("en", { style: "long" }),
  es: new Intl.DurationFormat("es", { style: "long" }),
  pt: new Intl.DurationFormat("pt", { style: "long" }),
} as const;

const never: Readonly<Record<Locale, string>> = { en: "never", es: "nunca", pt: "nunca" };

/** A length of time as the desk file writes it, in the words of a language: "4 hours". Other texts stay as they are. */
export const lengthText = (written: string, locale: Locale): string => {
  if (written === "never") return never[locale];
  const length = parseDuration(written);
  if (length === null) return written;
  const { days, ms } = length;
  return formats[locale].format({
    days,
    hours: Math.floor(ms / hour),
    minutes: Math.floor((ms % hour) / minute),
    seconds: Math.floor((ms % minute) / second),
    milliseconds: ms % second,
  });
};

/** As the desk file writes a length of time. */
export const writtenLength = ({ days, ms }: TargetTime): string =>
  `P${days === 0 ? "" : `${days}D`}${ms === 0 && days > 0 ? "" : durationText(ms).slice(1)}`;

/**
 * What a person typed, as the desk file writes it: words in any language of Plazo, or the form of the file. A text that is no
 * length of time stays as it is, so that the check of the desk reports it.
 */
export const typedLength = (typed: string): string => {
  const text = typed.trim().toLowerCase();
  if (Object.values(never).includes(text)) return "never";
  const length = parseDuration(text.toUpperCase()) ?? lengthFromWords(text);
  return length === null ? typed.trim() : writtenLength(length);
};
