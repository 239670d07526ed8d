import type { CountedSpan } from "../domain/calendar.ts";
import type { Instant } from "../domain/refs.ts";
import { dateAt } from "../domain/wall-clock.ts";
import type { Reader } from "./reader.ts";

/** Who reads about one stretch of time, and whether it crosses a year: then its dates need theirs. */
export interface SpanReader extends Reader {
  readonly years: boolean;
}

/** Whether a stretch of time needs years depends on where its dates are read: in the reader's zone, and in these. */
export const spanReader = (reader: Reader, { from, to }: CountedSpan, zones: readonly string[]): SpanReader => {
  const years = [reader.timezone, ...zones].flatMap((zone) => [from, to].map((at) => dateAt(zone, at).slice(0, 4)));
  return { ...reader, years: new Set(years).size > 1 };
};

const format = (options: Intl.DateTimeFormatOptions, { locale }: Reader): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);

const dayFields = ({ years }: SpanReader): Intl.DateTimeFormatOptions => ({
  weekday: "short",
  day: "numeric",
  month: "short",
  ...(years ? { year: "numeric" } : {}),
});

const timeFields = (precise: boolean): Intl.DateTimeFormatOptions => ({
  hour: "2-digit",
  minute: "2-digit",
  ...(precise ? { second: "2-digit" } : {}),
});

const isPrecise = (at: Instant): boolean => at % 60_000 >= 1_000;

/** A date (`2026-01-15`) in words: "Thu 15 Jan". */
export const dateWords = (date: string, reader: SpanReader): string =>
  format({ ...dayFields(reader), timeZone: "UTC" }, reader).format(Date.parse(`${date}T12:00:00Z`));

/** Date and time in the reader's zone, to the second where that is not nought: "Thu 15 Jan, 16:30:15". */
export const exactMomentWords = (at: Instant, reader: SpanReader): string =>
  format({ ...dayFields(reader), ...timeFields(isPrecise(at)), timeZone: reader.timezone }, reader).format(at);

/** From when to when on one day in the reader's zone, both to the second where one of them needs it: "16:30–18:00". */
export const hoursWords = ({ from, to }: CountedSpan, reader: SpanReader): string => {
  const time = format({ ...timeFields(isPrecise(from) || isPrecise(to)), timeZone: reader.timezone }, reader);
  const isOneDay = dateAt(reader.timezone, from) === dateAt(reader.timezone, to);
  return `${time.format(from)}–${isOneDay ? time.format(to) : exactMomentWords(to, reader)}`;
};
