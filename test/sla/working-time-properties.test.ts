import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingTime, countedSpans, elapsed } from "../../src/sla/working-time.ts";
import { calendarIn, daily } from "../support/clocks/calendars.ts";
import { openSpans, oracleBetween } from "../support/clocks/temporal-oracle.ts";
import {
  type Hours,
  amounts,
  calendars,
  end,
  from,
  hour,
  moments,
  opening,
  to,
  zoned,
  zones,
} from "./random-calendars.ts";

/** The same wall time on the next date, in a calendar that is open every date. */
const nextDay = (calendar: Hours, start: number): number => {
  const from = zoned(opening(calendar, start), calendar);
  const there = (date: Temporal.PlainDate): boolean =>
    date.toZonedDateTime(calendar.timezone).toPlainDate().equals(date);
  let date = from.toPlainDate().add({ days: 1 });
  while (!there(date)) date = date.add({ days: 1 });
  return date.toPlainDateTime(from.toPlainTime()).toZonedDateTime(calendar.timezone).epochMilliseconds;
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

  test("in every zone, over forty years", () => {
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

/** Every clock change of a zone in those years. */
const turns = (zone: string): readonly number[] => {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  for (; at !== null && at.epochMilliseconds < to; at = at.getTimeZoneTransition("next"))
    found.push(at.epochMilliseconds);
  return found;
};

test("around every zone's clock changes, working time and working days equal Temporal's", () => {
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
  // Some zones never had a clock change.
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
