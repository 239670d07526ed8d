import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import type { Clock } from "../../src/sla/clock.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderCard } from "../../adapters/discord/outbound/render-card.ts";
import type { Pause } from "../../src/sla/calendar.ts";

import { explain } from "../../src/features/explanation/explain.ts";
import { wholeSecondSpans } from "../../src/features/explanation/whole-seconds.ts";
import { whyCard } from "../../src/features/explanation/why-due.ts";
import { calendarIn, daily } from "../support/clocks/calendars.ts";
import { acts, lived } from "../support/random-acts.ts";
import { at, explained, made, office, pause, type Case } from "./samples/explained-case.ts";
import { explanations } from "./samples/explanations.ts";
import { desk } from "./samples/sample.ts";

const minute = 60_000;
const hour = 60 * minute;

test.each(Object.entries(explanations))(
  "a due time has a complete explanation in every language: %s",
  (_, { reads, ...of }) => {
    for (const locale of ["en", "es"] as const) expect(explained(of, locale)).toEqual(reads[locale].trim().split("\n"));
  },
);

describe("a long explanation", () => {
  const long: Case = {
    calendar: calendarIn("Europe/Madrid", {
      hours: daily("00:00-24:00"),
      holidays: Array.from({ length: 9 }, (_, index) => `2026-01-1${index + 1}`),
    }),
    start: "2026-01-10T10:00:00+01:00",
    target: { ms: 400 * hour },
    pauses: Array.from({ length: 9 }, (_, day) =>
      pause(`2026-01-2${day}T10:00:00+01:00`, `2026-01-2${day}T11:00:00+01:00`),
    ),
    earlier: Array.from({ length: 9 }, (_, index) => ({
      severity: "low",
      madeAt: at("2026-01-10T10:00:00+01:00") + index * minute,
      due: at("2026-02-10T10:00:00+01:00"),
    })),
  };

  test("counts the lines that it leaves out, for each kind of line", () => {
    const lines = explained(long, "en");
    const kinds = ["Counted", "Paused", "Not counted", "Earlier target"];
    expect(kinds.map((kind) => lines.filter((line) => line.startsWith(kind)).length)).toEqual([12, 6, 6, 6]);
    expect(lines.filter((line) => line.startsWith("and "))).toEqual([
      "and 6 more days (131 hours)",
      "and 3 more",
      "and 3 more",
      "and 3 more",
    ]);
  });

  test("names the first four clock changes, in the viewer's zone and in the calendar's", () => {
    const of = { ...long, calendar: office, target: { ms: 9_000 * hour }, zone: "America/New_York" };
    expect(explained(of, "en").filter((line) => line.startsWith("Clocks"))).toEqual([
      "Clocks go forward by 1 hour on Sun, 8 Mar 2026 (America/New_York)",
      "Clocks go forward by 1 hour on Sun, 29 Mar 2026 (Europe/Madrid)",
      "Clocks go back by 1 hour on Sun, 25 Oct 2026 (Europe/Madrid)",
      "Clocks go back by 1 hour on Sun, 1 Nov 2026 (America/New_York)",
    ]);
  });

  test("shows the due time before a platform cuts the text", () => {
    const { about, clock, pauses } = made(long);
    const due = clock.target.due + hour;
    const over = (["firstResponse", "nextResponse", "update"] as const).map((kind): Clock => ({
      ...clock,
      kind,
      end: { at: due, how: "met" },
    }));
    const clocks = [...over, { ...clock, target: { ...clock.target, due } }];
    const card = whyCard({
      ticket: { ...about, ...withSla(about, { clocks }) },
      pauses,
      desk,
      viewer: { locale: "es", timezone: "Atlantic/Canary" },
    });
    expect(JSON.stringify(renderCard(card, () => null))).toContain(`Vence <t:${due / 1_000}:f>`);
  });
});

/** A shown length of time, in milliseconds. */
const lengthTold = (line: string): number => {
  const received =
    /\(([^()]*)\)$|In all: (.*)$/
      .exec(line)
      ?.slice(1)
      .find((words) => words !== undefined) ?? "";
  const units = { day: 24 * hour, hour, minute, second: 1_000 } as const;
  return [...received.matchAll(/(\d+) (day|hour|minute|second)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units],
    0,
  );
};

test("the counted spans add up to the target, whatever the milliseconds", () => {
  const instant = fc.integer({ min: at("2026-01-07T00:00:00Z"), max: at("2026-01-20T00:00:00Z") });
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 60, max: 200_000 }),
      fc.array(instant, { maxLength: 10 }),
      (start, seconds, moments) => {
        const ends = moments.toSorted((one, other) => one - other);
        const pauses = ends.flatMap((to, index): readonly Pause[] =>
          index % 2 === 0 ? [] : [{ from: ends[index - 1] ?? to, to }],
        );
        const of = { calendar: office, start: new Date(start).toISOString(), target: { ms: seconds * 1_000 }, pauses };
        const lines = explained(of, "en").filter((line) => /^(Counted|and \d+ more days?)/.test(line));
        expect(lines.reduce((sum, line) => sum + lengthTold(line), 0)).toBe(seconds * 1_000);
        const all = explained(of, "en").find((line) => line.startsWith("In all"));
        if (all !== undefined) expect(lengthTold(all)).toBe(seconds * 1_000);
      },
    ),
  );
});

test("counted spans are shown in whole seconds, less than a second off, and closing times exactly", () => {
  const moment = fc.oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 100 }).map((each) => each * 1_000),
  );
  fc.assert(
    fc.property(fc.uniqueArray(moment, { maxLength: 12 }), (moments) => {
      const edges = moments.toSorted((one, other) => one - other);
      const spans = edges.flatMap((to, index) => (index % 2 === 0 ? [] : [{ from: edges[index - 1] ?? to, to }]));
      wholeSecondSpans(spans).forEach((received, index) => {
        for (const end of ["from", "to"] as const) {
          const [edge, shown] = [spans[index]?.[end] ?? 0, received[end]];
          expect(shown % 1_000).toBe(0);
          expect(Math.abs(shown - edge)).toBeLessThan(1_000);
          if (edge % 1_000 === 0) expect(shown).toBe(edge);
        }
      });
    }),
  );
});

test("a target that an account's plan set late says so, and the grace it had while it was paused", () => {
  const lines = explained(
    {
      calendar: office,
      start: "2026-01-12T10:00:00+01:00",
      target: { ms: 4 * hour },
      due: "2026-01-13T12:00:00+01:00",
      madeAt: "2026-01-13T13:30:00+01:00",
      pauses: [pause("2026-01-13T11:00:00+01:00", null)],
    },
    "en",
  );
  expect(lines.slice(3, 5)).toEqual([
    "Paused since Tue 13 Jan, 11:00: 1 hour left",
    "Set late, on Tue 13 Jan, 13:30: never due before then plus a grace share of the target (1 hour)",
  ]);
});

test("grace is named only for targets that were set after their clock began, or set again", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 12 }), (steps) => {
      const { ticket: about, pauses } = lived(steps, desk);
      if (about === null) throw new Error("it was opened");
      for (const clock of about.sla.clocks) {
        const text = JSON.stringify(explain(about, clock, pauses, { locale: "en", timezone: "Europe/Madrid" }));
        if (clock.earlier.length === 0 || clock.kind === "update") expect(text).not.toContain("Set again");
        if (clock.target.madeAt === clock.startedAt) expect(text).not.toContain("grace");
      }
    }),
  );
});
