import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pause } from "../../src/sla/calendar.ts";
import { addWorkingTime, dueWithPauses, elapsed } from "../../src/sla/working-time.ts";
import { always, calendarIn, daily } from "../support/clocks/calendars.ts";
import { type Hours, amounts, calendars, end, hour, moments, ms, opening, zoned } from "./random-calendars.ts";

const workingDays = fc.integer({ min: 1, max: 20 });

/** Whether the wall time of the start exists once, both on the first day and on the due day. */
const isPlain = (calendar: Hours, start: number, days: number): boolean => {
  const from = zoned(opening(calendar, start), calendar);
  const due = zoned(addWorkingTime(calendar, start, { days, ms: 0 }), calendar);
  const second = from.toPlainDateTime().toZonedDateTime(calendar.timezone, { disambiguation: "later" });
  const first = from.toPlainDateTime().toZonedDateTime(calendar.timezone, { disambiguation: "earlier" });
  return first.equals(second) && due.toPlainTime().equals(from.toPlainTime());
};

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
