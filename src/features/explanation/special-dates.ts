import { day } from "../../sla/instant.ts";
import type { Line } from "../../chat/card.ts";
import { weekdays, type Calendar, type CountedSpan, type Interval } from "../../sla/calendar.ts";
import { dateAt, instantOfDate } from "../../sla/wall-clock.ts";
import { intervalText } from "../../i18n/calendar-text.ts";
import { dateText, type ExactTimes } from "./exact-times.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";

/** The number of lines of one kind in an explanation. Platforms cut long messages at their end. */
const linesShown = 6;

/** The first lines of one kind, and how many more there are. */
export const cappedLines = (lines: readonly Line[], { locale }: Viewer): readonly Line[] => {
  const more = lines.length - linesShown;
  return more <= 0 ? lines : [...lines.slice(0, linesShown), [plain(sayIn(locale)("list.more", { count: more }))]];
};

type OpeningHours = Extract<Calendar, { open: "hours" }>;

/** 1970-01-01 was a Thursday. */
const weekdayHours = (calendar: OpeningHours, date: string): readonly Interval[] =>
  calendar.hours[weekdays[(Date.parse(`${date}T00:00:00Z`) / day + 3) % 7] ?? "mon"];

const sameHours = (one: readonly Interval[], other: readonly Interval[]): boolean =>
  intervalText(one) === intervalText(other);

/** Whether any of these hours of a date fall between two moments. */
const overlaps = (
  { timezone }: OpeningHours,
  date: string,
  hours: readonly Interval[],
  between: CountedSpan,
): boolean =>
  hours.some(
    ({ from, to }) =>
      instantOfDate(timezone, date, from) < between.to && instantOfDate(timezone, date, to) > between.from,
  );

/** A special date between two moments, as a line; empty if its hours are those of its weekday. */
const dateLine = (calendar: OpeningHours, date: string, between: CountedSpan, viewer: ExactTimes): readonly Line[] => {
  const usual = weekdayHours(calendar, date);
  const isHoliday = calendar.holidays.includes(date);
  const hours = Object.hasOwn(calendar.exceptions, date) ? (calendar.exceptions[date] ?? []) : [];
  const otherwise = isHoliday && hours.length > 0 ? [] : usual;
  if (sameHours(hours, otherwise) || !overlaps(calendar, date, [...hours, ...usual], between)) return [];
  const say = sayIn(viewer.locale);
  const named = dateText(date, viewer);
  const { timezone: zone } = calendar;
  const values = { day: named, hours: intervalText(hours), zone };
  const key = hours.length === 0 ? "show.holiday" : "show.exception";
  return [[plain(zone === viewer.timezone ? say(key, values) : say(`${key}InZone`, values))]];
};

/** The holidays and exceptions that change the counted time between two moments: the first few, one line each. */
export const specialDateLines = (calendar: Calendar, between: CountedSpan, viewer: ExactTimes): readonly Line[] => {
  if (calendar.open === "always") return [];
  const [first, last] = [dateAt(calendar.timezone, between.from), dateAt(calendar.timezone, between.to)];
  const dates = [...new Set([...calendar.holidays, ...Object.keys(calendar.exceptions)])]
    .filter((date) => date >= first && date <= last)
    .toSorted();
  return cappedLines(
    dates.flatMap((date) => dateLine(calendar, date, between, viewer)),
    viewer,
  );
};
