import type { Locale } from "../domain/desk.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const formats = {
  en: new Intl.DurationFormat("en", { style: "long" }),
  es: new Intl.DurationFormat("es", { style: "long" }),
} as const;

/** Hours are easier to reckon with than days up to here. */
const daysFrom = 2 * day;

/** A length of time in words, its two greatest units, rounded down: "1 hour, 30 minutes", "2 días y 3 horas". */
export const durationWords = (ms: number, locale: Locale): string => {
  const parts: readonly (readonly [Intl.DurationFormatUnit, number])[] = [
    ["days", ms < daysFrom ? 0 : Math.floor(ms / day)],
    ["hours", Math.floor((ms < daysFrom ? ms : ms % day) / hour)],
    ["minutes", Math.floor((ms % hour) / minute)],
    ["seconds", Math.floor((ms % minute) / second)],
  ];
  const first = parts.findIndex(([, amount]) => amount > 0);
  if (first === -1) return formats[locale].format({ seconds: Math.max(1, Math.ceil(ms / second)) });
  return formats[locale].format(Object.fromEntries(parts.slice(first, first + 2).filter(([, amount]) => amount > 0)));
};
