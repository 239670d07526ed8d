import type { Line } from "../chat/card.ts";
import type { Calendar, CountedSpan, Interval } from "../domain/calendar.ts";
import { dateAt } from "../domain/wall-clock.ts";
import { durationWords } from "./duration-words.ts";
import { momentWords } from "./moment-words.ts";
import type { Reader } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** How many days of a long wait are told one by one. */
const daysShown = 12;

const lengthOf = (spans: readonly CountedSpan[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

const format = (options: Intl.DateTimeFormatOptions, { locale }: Reader): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);

const dayNamed = (date: string, reader: Reader): string =>
  format({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }, reader).format(
    Date.parse(`${date}T12:00:00Z`),
  );

const spanWords = ({ from, to }: CountedSpan, reader: Reader): string => {
  const precise = from % 60_000 !== 0 || to % 60_000 !== 0;
  const time = format(
    { hour: "2-digit", minute: "2-digit", ...(precise ? { second: "2-digit" } : {}), timeZone: reader.timezone },
    reader,
  );
  const ends =
    dateAt(reader.timezone, from) === dateAt(reader.timezone, to) ? time.format(to) : momentWords(to, reader);
  return `${time.format(from)}–${ends}`;
};

const minutesWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const hoursWords = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${minutesWords(from)}–${minutesWords(to)}`).join(", ");

const dayLine = (spans: readonly CountedSpan[], reader: Reader): Line => [
  plain(
    sayIn(reader.locale)("show.counted", {
      day: dayNamed(dateAt(reader.timezone, spans[0]?.from ?? 0), reader),
      hours: spans.map((span) => spanWords(span, reader)).join(", "),
      time: durationWords(lengthOf(spans), reader.locale),
    }),
  ),
];

/** What was counted, a line for each day in the reader's zone; of a long wait the first days and how many follow. */
export const countedDays = (spans: readonly CountedSpan[], reader: Reader): readonly Line[] => {
  const say = sayIn(reader.locale);
  const [only] = spans;
  if (only === undefined) return [];
  if (spans.length === 1 && dateAt(reader.timezone, only.from) !== dateAt(reader.timezone, only.to))
    return [
      [
        plain(
          say("show.countedFrom", {
            from: momentWords(only.from, reader),
            to: momentWords(only.to, reader),
            time: durationWords(lengthOf(spans), reader.locale),
          }),
        ),
      ],
    ];
  const days = Map.groupBy(spans, ({ from }) => dateAt(reader.timezone, from));
  const shown = [...days.values()].slice(0, daysShown);
  const more = days.size - shown.length;
  return [
    ...shown.map((day) => dayLine(day, reader)),
    ...(more > 0 ? [[plain(say("show.countedMore", { count: more }))]] : []),
    ...(spans.length > 1
      ? [[plain(say("show.countedInAll", { time: durationWords(lengthOf(spans), reader.locale) }))]]
      : []),
  ];
};

/** The holidays and exceptions of a calendar that lie between two moments, a line each. */
export const datesMet = (calendar: Calendar, between: CountedSpan, reader: Reader): readonly Line[] => {
  if (calendar.open === "always") return [];
  const say = sayIn(reader.locale);
  const [first, last] = [dateAt(calendar.timezone, between.from), dateAt(calendar.timezone, between.to)];
  const dates = [...new Set([...calendar.holidays, ...Object.keys(calendar.exceptions)])]
    .filter((date) => date >= first && date <= last)
    .toSorted();
  return dates.map((date) => {
    const hours = Object.hasOwn(calendar.exceptions, date) ? (calendar.exceptions[date] ?? []) : [];
    const day = dayNamed(date, reader);
    return [
      plain(
        hours.length === 0 ? say("show.holiday", { day }) : say("show.exception", { day, hours: hoursWords(hours) }),
      ),
    ];
  });
};
