import fc from "fast-check";
import type { Calendar, Interval } from "../../src/sla/calendar.ts";
import { weekdays, type Weekday } from "../../src/sla/calendar.ts";
import { addWorkingTime } from "../../src/sla/working-time.ts";
import { openSpans } from "../support/clocks/temporal-oracle.ts";

export const hour = 3_600_000;

export const zones = Intl.supportedValuesOf("timeZone");

export const from = Date.parse("1995-01-01T00:00:00Z");

export const to = Date.parse("2035-01-01T00:00:00Z");

/** Any moment of forty years; one in two near a clock change. */
export const moments = fc.oneof(
  fc.integer({ min: from, max: to }),
  fc
    .tuple(
      fc.constantFrom("2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2018-11-04", "2011-12-30", "2026-04-05"),
      fc.integer({ min: -48 * hour, max: 48 * hour }),
    )
    .map(([date, ms]) => Date.parse(`${date}T00:00:00Z`) + ms),
);

/** Opening hours of one day: up to four intervals at any minute, in order, some of which touch. */
const hoursOfDay: fc.Arbitrary<readonly Interval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
  .map((minutes) => {
    const sorted = minutes.toSorted((one, other) => one - other);
    return sorted.slice(1).flatMap((end, index) => (index % 2 === 0 ? [{ from: sorted[index] ?? 0, to: end }] : []));
  });

const dates = fc.constantFrom("2026-03-28", "2026-03-29", "2026-10-25", "2026-11-01", "2018-11-04", "2011-12-31");

export type Hours = Extract<Calendar, { open: "hours" }>;

export const calendars: fc.Arbitrary<Hours> = fc
  .record({
    timezone: fc.constantFrom(...zones),
    days: fc.tuple(...weekdays.map(() => hoursOfDay)),
    holidays: fc.uniqueArray(dates),
    exceptions: fc.dictionary(dates, hoursOfDay, { noNullPrototype: true }),
  })
  .filter(({ days }) => days.flat().reduce((sum, each) => sum + each.to - each.from, 0) > 60)
  .map(({ days, ...rest }) => ({
    name: "any",
    open: "hours",
    hours: Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? []])) as Record<
      Weekday,
      readonly Interval[]
    >,
    ...rest,
  }));

/** Working time of up to three days, to the millisecond. */
export const amounts = fc.integer({ min: 1, max: 72 * hour });

export const ms = (amount: number) => ({ days: 0, ms: amount });

export const end = (calendar: Calendar, start: number, amount: number) => addWorkingTime(calendar, start, ms(amount));

export const zoned = (at: number, { timezone }: Hours): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);

/** The moment itself if the calendar is open, else the next opening. */
export const opening = (calendar: Hours, at: number): number => {
  const next = openSpans(calendar, at, at + 30 * 24 * hour).find((span) => span.to > at);
  return Math.max(next?.from ?? at, at);
};
