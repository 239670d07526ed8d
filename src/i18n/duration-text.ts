import { second, minute, hour, day } from "../sla/instant.ts";
import type { Calendar } from "../sla/calendar.ts";
import type { Locale } from "../desk/desk.ts";
import { durationTexts } from "./formats.ts";

const formats = {
  en: new Intl.DurationFormat("en", { style: "long" }),
  es: new Intl.DurationFormat("es", { style: "long" }),
  pt: new Intl.DurationFormat("pt", { style: "long" }),
} as const;

const nothing = {
  en: new Intl.DurationFormat("en", { style: "long", secondsDisplay: "always" }).format({ seconds: 0 }),
  es: new Intl.DurationFormat("es", { style: "long", secondsDisplay: "always" }).format({ seconds: 0 }),
  pt: new Intl.DurationFormat("pt", { style: "long", secondsDisplay: "always" }).format({ seconds: 0 }),
} as const;

/** Shorter times are easier to read in hours than in days. */
const daysFrom = 2 * day;

type Parts = readonly (readonly [Intl.DurationFormatUnit, number])[];

const partsOf = (ms: number, inDays: boolean): Parts => [
  ["days", inDays ? Math.floor(ms / day) : 0],
  ["hours", Math.floor((inDays ? ms % day : ms) / hour)],
  ["minutes", Math.floor((ms % hour) / minute)],
  ["seconds", Math.floor((ms % minute) / second)],
];

const textOf = (amounts: Partial<Record<Intl.DurationFormatUnit, number>>, locale: Locale): string =>
  durationTexts(JSON.stringify([locale, amounts]), () => formats[locale].format(amounts));

/** A length of time as text, in its two greatest units, rounded down: "1 hour, 30 minutes", "2 días y 3 horas". */
export const durationText = (ms: number, locale: Locale): string => {
  const parts = partsOf(ms, ms >= daysFrom);
  const first = parts.findIndex(([, amount]) => amount > 0);
  if (first === -1) return textOf({ seconds: Math.max(1, Math.ceil(ms / second)) }, locale);
  return textOf(Object.fromEntries(parts.slice(first, first + 2).filter(([, amount]) => amount > 0)), locale);
};

/**
 * Counted time as text whose parts add up: all units down to the second, with a started second counted. Hours become
 * days only if the calendar's days have 24 of them.
 */
export const exactDurationText = (ms: number, calendar: Calendar, locale: Locale): string => {
  const whole = Math.ceil(ms / second) * second;
  const parts = partsOf(whole, calendar.open === "always" && whole >= daysFrom).filter(([, amount]) => amount > 0);
  return parts.length === 0 ? nothing[locale] : textOf(Object.fromEntries(parts), locale);
};

const noMinutes = {
  en: new Intl.DurationFormat("en", { style: "long", minutesDisplay: "always" }).format({ minutes: 0 }),
  es: new Intl.DurationFormat("es", { style: "long", minutesDisplay: "always" }).format({ minutes: 0 }),
  pt: new Intl.DurationFormat("pt", { style: "long", minutesDisplay: "always" }).format({ minutes: 0 }),
} as const;

/** Minutes of work as hours and minutes, also above a day: "52 hours, 30 minutes". */
export const workText = (minutes: number, locale: Locale): string => {
  const amounts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return minutes === 0
    ? noMinutes[locale]
    : textOf(Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0)), locale);
};
