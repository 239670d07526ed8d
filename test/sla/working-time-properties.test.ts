import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar, Interval, Pause } from "../../src/sla/calendar.ts";
import { weekdays, type Weekday } from "../../src/sla/calendar.ts";
import { addWorkingTime, countedSpans, dueWithPauses, elapsed } from "../../src/sla/working-time.ts";
import { always, calendarIn, daily } from "../support/calendars.ts";
import { openSpans, oracleBetween } from "../support/temporal-oracle.ts";

const hour = 3_600_000;
const zones = Intl.supportedValuesOf("timeZone");
const from = Date.parse("1995-01-01T00:00:00Z");
const to = Date.parse("2035-01-01T00:00:00Z");

/** Any moment of forty years; one in two near a date on which some clock is turned. */
const moments = fc.oneof(
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

type Hours = Extract<Calendar, { open: "hours" }>;

const calendars: fc.Arbitrary<Hours> = fc
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
const amounts = fc.integer({ min: 1, max: 72 * hour });

const ms = (amount: number) => ({ days: 0, ms: amount });
const end = (calendar: Calendar, start: number, amount: number) => addWorkingTime(calendar, start, ms(amount));

const workingDays = fc.integer({ min: 1, max: 20 });

const zoned = (at: number, { timezone }: Hours): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);

/** When it is open at a moment or next. */
const opening = (calendar: Hours, at: number): number => {
  const next = openSpans(calendar, at, at + 30 * 24 * hour).find((span) => span.to > at);
  return Math.max(next?.from ?? at, at);
};

/** The same wall time on the next date there is, where every date is open. */
const nextDay = (calendar: Hours, start: number): number => {
  const from = zoned(opening(calendar, start), calendar);
  const there = (date: Temporal.PlainDate): boolean =>
    date.toZonedDateTime(calendar.timezone).toPlainDate().equals(date);
  let date = from.toPlainDate().add({ days: 1 });
  while (!there(date)) date = date.add({ days: 1 });
  return date.toPlainDateTime(from.toPlainTime()).toZonedDateTime(calendar.timezone).epochMilliseconds;
};

/** Whether the wall time from which working days count is there once, both on the day it begins and on the day it is due. */
const isPlain = (calendar: Hours, start: number, days: number): boolean => {
  const from = zoned(opening(calendar, start), calendar);
  const due = zoned(addWorkingTime(calendar, start, { days, ms: 0 }), calendar);
  const second = from.toPlainDateTime().toZonedDateTime(calendar.timezone, { disambiguation: "later" });
  const first = from.toPlainDateTime().toZonedDateTime(calendar.timezone, { disambiguation: "earlier" });
  return first.equals(second) && due.toPlainTime().equals(from.toPlainTime());
};

describe("adding and measuring working time undo each other to the millisecond", () => {
  test("in any calendar", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, (calendar, start, amount) => {
        const due = end(calendar, start, amount);
        expect(elapsed(calendar, start, due)).toBe(amount);
        // The first such moment: a millisecond earlier, one is missing.
        expect(elapsed(calendar, start, due - 1)).toBe(amount - 1);
      }),
      { numRuns: 300 },
    );
  });

  test("from any moment to any other at which the calendar is open", () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 300 * hour }), (calendar, start, later) => {
        const spent = elapsed(calendar, start, start + later);
        fc.pre(spent > 0);
        const due = end(calendar, start, spent);
        expect(due).toBeLessThanOrEqual(start + later);
        expect(elapsed(calendar, due, start + later)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test("in every zone, over forty years", { timeout: 60_000 }, () => {
    const year = 365.25 * 24 * hour;
    for (const [index, zone] of zones.entries()) {
      const calendar = calendarIn(zone, { hours: daily("00:00-02:30", "09:00-14:00", "22:00-24:00") });
      for (let years = 0; years < 40; years += 10) {
        const start = Math.round(from + (years + (index % 50) / 5) * year);
        const due = end(calendar, start, 31 * hour + 1);
        expect([zone, start, elapsed(calendar, start, due)]).toEqual([zone, start, 31 * hour + 1]);
        expect([zone, start, oracleBetween(calendar, start, due)]).toEqual([zone, start, 31 * hour + 1]);
      }
    }
  });
});

/** Every moment in those years at which a zone's clocks are turned. */
const turns = (zone: string): readonly number[] => {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  for (; at !== null && at.epochMilliseconds < to; at = at.getTimeZoneTransition("next"))
    found.push(at.epochMilliseconds);
  return found;
};

test("around every zone's clock changes, working time and working days equal Temporal's", { timeout: 60_000 }, () => {
  const hours = daily("00:00-01:15", "01:45-02:40", "03:10-12:00", "22:10-24:00");
  const chosen = fc.sample(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 * hour })), {
    numRuns: zones.length * 2,
    seed: 1995,
  });
  let looked = 0;
  for (const [index, zone] of zones.entries()) {
    const all = turns(zone);
    const calendar = calendarIn(zone, { hours }) as Hours;
    for (const [which, before] of all.length === 0 ? [] : chosen.slice(2 * index, 2 * index + 2)) {
      const start = (all[which % all.length] ?? 0) - before;
      const due = end(calendar, start, 31 * hour + 1);
      expect([zone, start, oracleBetween(calendar, start, due)]).toEqual([zone, start, 31 * hour + 1]);
      const day = addWorkingTime(calendar, start, { days: 1, ms: 0 });
      expect([zone, start, day]).toEqual([zone, start, nextDay(calendar, start)]);
      looked += 1;
    }
  }
  // Some zones never turned their clocks.
  expect(looked).toBeGreaterThan(zones.length);
});

test("open time equals what Temporal's calendar says", () => {
  fc.assert(
    fc.property(calendars, moments, fc.integer({ min: 1, max: 200 * hour }), (calendar, start, length) => {
      const expected = openSpans(calendar, start, start + length).flatMap((span) => {
        const cut = { from: Math.max(span.from, start), to: Math.min(span.to, start + length) };
        return cut.from < cut.to ? [cut] : [];
      });
      const counted: { from: number; to: number }[] = [];
      for (const span of countedSpans(calendar, start, start + length)) {
        const last = counted.at(-1);
        // Two days that touch at midnight are two spans here and one there.
        if (last?.to === span.from) last.to = span.to;
        else counted.push({ ...span });
      }
      expect(counted).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

describe("a due time never moves backwards:", () => {
  test("more working time is never due earlier", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, amounts, (calendar, start, one, other) => {
        expect(end(calendar, start, one) <= end(calendar, start, other)).toBe(one <= other);
      }),
      { numRuns: 150 },
    );
  });

  test("a later start is never due earlier", () => {
    fc.assert(
      fc.property(calendars, moments, fc.nat(100 * hour), amounts, (calendar, start, later, amount) => {
        expect(end(calendar, start + later, amount)).toBeGreaterThanOrEqual(end(calendar, start, amount));
      }),
      { numRuns: 150 },
    );
  });

  test("more working days are never due earlier", () => {
    fc.assert(
      fc.property(calendars, moments, workingDays, (calendar, start, days) => {
        const due = addWorkingTime(calendar, start, { days, ms: 0 });
        expect(addWorkingTime(calendar, start, { days: days + 1, ms: 0 })).toBeGreaterThan(due);
        expect(addWorkingTime(calendar, start, { days, ms: 1 })).toBeGreaterThan(due);
      }),
      { numRuns: 150 },
    );
  });

  test("a later start of working days is never due earlier, except at wall times that are skipped or doubled", () => {
    fc.assert(
      fc.property(calendars, moments, fc.nat(100 * hour), workingDays, (calendar, start, later, days) => {
        const [due, dueLater] = [start, start + later].map((each) => addWorkingTime(calendar, each, { days, ms: 0 }));
        fc.pre([start, start + later].every((each) => isPlain(calendar, each, days)));
        expect(dueLater).toBeGreaterThanOrEqual(due ?? Infinity);
      }),
      { numRuns: 150 },
    );
  });

  const dayAndNight = calendarIn("Europe/Madrid", { hours: daily("00:00-24:00") });
  test.each([
    ["02:30, the first of two", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
    ["02:10, the second of two, forty minutes later", "2026-10-25T01:10Z", "2026-10-26T01:10Z"],
    ["02:30 before a day that skips it", "2026-03-28T01:30Z", "2026-03-29T01:30Z"],
    ["03:05 before that day, half an hour later", "2026-03-28T02:05Z", "2026-03-29T01:05Z"],
  ])("one working day from %s is the same wall time, which may be earlier for a later start", (_, start, due) => {
    expect(addWorkingTime(dayAndNight, Date.parse(start), { days: 1, ms: 0 })).toBe(Date.parse(due));
  });
});

describe("working time adds up:", () => {
  test("two amounts one after the other equal their sum", () => {
    fc.assert(
      fc.property(calendars, moments, amounts, amounts, (calendar, start, one, other) => {
        expect(end(calendar, end(calendar, start, one), other)).toBe(end(calendar, start, one + other));
      }),
      { numRuns: 150 },
    );
  });

  test("a span equals the sum of its two halves, wherever it is cut", () => {
    fc.assert(
      fc.property(calendars, moments, fc.nat(100 * hour), fc.nat(100 * hour), (calendar, start, one, other) => {
        const whole = elapsed(calendar, start, start + one + other);
        const halves = [elapsed(calendar, start, start + one), elapsed(calendar, start + one, start + one + other)];
        expect(halves[0] ?? 0).toBe(whole - (halves[1] ?? 0));
      }),
      { numRuns: 150 },
    );
  });
});

/** Pauses after a start, at any distance and in any order, some of which overlap. */
const pausesAfter = (start: number): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -10 * hour, max: 150 * hour }), fc.integer({ min: 1, max: 60 * hour }))
      .map(([after, length]) => ({ from: start + after, to: start + after + length })),
    { maxLength: 6 },
  );
const paused = moments.chain((start) => fc.record({ start: fc.constant(start), pauses: pausesAfter(start) }));

describe("a clock with pauses equals the clock without them, shifted:", () => {
  test("the elapsed time at the due moment equals the target, and is less a millisecond earlier", () => {
    fc.assert(
      fc.property(calendars, paused, amounts, (calendar, { start, pauses }, amount) => {
        const due = dueWithPauses(calendar, start, ms(amount), pauses);
        expect(elapsed(calendar, start, due, pauses)).toBe(amount);
        expect(elapsed(calendar, start, due - 1, pauses)).toBe(amount - 1);
      }),
      { numRuns: 300 },
    );
  });

  test("pauses add their working time to the target", () => {
    fc.assert(
      fc.property(calendars, paused, amounts, (calendar, { start, pauses }, amount) => {
        const due = dueWithPauses(calendar, start, ms(amount), pauses);
        const lost = elapsed(calendar, start, due) - elapsed(calendar, start, due, pauses);
        expect(end(calendar, start, amount + lost)).toBe(due);
      }),
      { numRuns: 150 },
    );
  });

  test("on a calendar that never closes, a pause moves the due time by its own length", () => {
    fc.assert(
      fc.property(paused, amounts, ({ start, pauses }, amount) => {
        const due = dueWithPauses(always, start, ms(amount), pauses);
        const stood = due - start - elapsed(always, start, due, pauses);
        expect(due).toBe(start + amount + stood);
      }),
    );
  });

  test("order and repetition of pauses make no difference", () => {
    fc.assert(
      fc.property(calendars, paused, amounts, (calendar, { start, pauses }, amount) => {
        const due = dueWithPauses(calendar, start, ms(amount), pauses);
        expect(dueWithPauses(calendar, start, ms(amount), [...pauses, ...pauses].toReversed())).toBe(due);
      }),
      { numRuns: 150 },
    );
  });
});
