import type { TargetTime } from "../../sla/calendar.ts";
import { hour, minute, second } from "../../sla/instant.ts";
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

const units: readonly (readonly [RegExp, "D" | number])[] = [
  [/^(?:d|days?|días?|dias?)$/, "D"],
  [/^(?:h|hrs?|hours?|horas?)$/, hour],
  [/^(?:m|mins?|minutes?|minutos?)$/, minute],
  [/^(?:s|secs?|seconds?|segundos?)$/, second],
  [/^(?:ms|milliseconds?|milisegundos?|milissegundos?)$/, 1],
];

/** Words that people write beside a length of time. A day is a working day, whether they say it or not. */
const between =
  /\b(?:and|working|laborables?|hábil|hábeis|hábiles)\b|(?<=[\s\d])[ye](?=\s)|(?<=\s)(?:útil|úteis)(?=\s|$)|,(?=\s)/gu;

/** Reads "4 hours", "1 día y 4 horas" or "1,5 h"; null for any other text. */
const fromWords = (text: string): TargetTime | null => {
  const words = text.replaceAll(between, " ").trim();
  const amounts = [...words.matchAll(/(\d{1,7})(?:[.,](\d{1,3}))?\s*(\p{L}+)\s*/gu)];
  if (amounts.length === 0 || amounts.map(([all]) => all).join("") !== words) return null;
  let length: TargetTime = { days: 0, ms: 0 };
  for (const [, whole = "", part = "", word = ""] of amounts) {
    const unit = units.find(([pattern]) => pattern.test(word))?.[1];
    const amount = Number(`${whole}.${part}`);
    if (unit === undefined || (unit === "D" && part !== "")) return null;
    length =
      unit === "D"
        ? { ...length, days: length.days + amount }
        : { ...length, ms: length.ms + Math.round(amount * unit) };
  }
  return length;
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
  const length = parseDuration(text.toUpperCase()) ?? fromWords(text);
  return length === null ? typed.trim() : writtenLength(length);
};
