import type { Instant } from "../../../src/sla/instant.ts";
import { weekdays, type Calendar, type CountedSpan } from "../../../src/sla/calendar.ts";

type OpeningHours = Extract<Calendar, { open: "hours" }>;

const dateAt = (zone: string, at: Instant): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

const instantAt = (zone: string, date: Temporal.PlainDate, minutes: number): Instant => {
  const wall = date.toPlainDateTime("00:00").add({ minutes });
  return wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
};

/**
 * All open time from the date before `from` to the date after `to`, by the language's own calendar: slow and simple.
 */
export const openSpans = (calendar: OpeningHours, from: Instant, to: Instant): readonly CountedSpan[] => {
  const spans: { from: number; to: number }[] = [];
  const last = dateAt(calendar.timezone, to).add({ days: 1 });
  let date = dateAt(calendar.timezone, from).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const exception = calendar.exceptions[date.toString()];
    const weekday = weekdays[date.dayOfWeek - 1] ?? "mon";
    const hours = exception ?? (calendar.holidays.includes(date.toString()) ? [] : calendar.hours[weekday]);
    for (const interval of hours) {
      const span = {
        from: instantAt(calendar.timezone, date, interval.from),
        to: instantAt(calendar.timezone, date, interval.to),
      };
      if (dateAt(calendar.timezone, span.from).equals(date)) spans.push(span);
    }
  }
  const merged: { from: number; to: number }[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const before = merged.at(-1);
    if (before !== undefined && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else if (span.from < span.to) merged.push(span);
  }
  return merged;
};

/** Working time in `from`..`to`, in milliseconds. */
export const oracleBetween = (calendar: Calendar, from: Instant, to: Instant): number =>
  calendar.open === "always"
    ? Math.max(0, to - from)
    : openSpans(calendar, from, to).reduce(
        (sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
        0,
      );
