import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  forecastOf,
  historyOf,
  leastPast,
  partOfWeek,
  type Forecast,
  type ForecastClock,
  type Likeness,
  type PastClock,
  type RunningStart,
} from "../../src/reports/forecast.ts";

const hour = 3_600_000;
const monday = Date.parse("2026-10-05T00:00:00Z");
const zone = "Europe/Madrid";

/** A history and some running clocks, drawn with a seed: so many fields take fast-check seconds. */
const drawn = (seed: number): { readonly pasts: readonly PastClock[]; readonly clocks: readonly ForecastClock[] } => {
  let state = seed;
  const upTo = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * (most + 1));
  };
  const often = <T>(usual: T, other: T): T => (upTo(4) > 0 ? usual : other);
  const terms = () => ({
    clock: often("firstResponse" as const, "resolution" as const),
    kind: "problem" as const,
    severity: often("high" as const, "low" as const),
    account: [often("acme", "northwind"), often("acme", "radio"), null][upTo(2)] ?? null,
    plan: often("premium", upTo(1) === 0 ? "standard" : null),
    startedAt: monday + upTo(7 * 24) * hour,
  });
  const pasts = Array.from({ length: 40 + upTo(460) }, (): PastClock => {
    const begun = terms();
    return { ...begun, used: upTo(12) * hour, endedAt: begun.startedAt + upTo(40) * hour };
  });
  const clocks = Array.from({ length: 6 }, (): ForecastClock => ({
    ...terms(),
    used: upTo(4) * hour,
    target: (4 + upTo(4)) * hour,
  }));
  return { pasts, clocks };
};

const quarters = ["0-6", "6-12", "12-18", "18-24"];
/** The part of the week by another way than the code's: the names that Intl gives. */
const partNamed = (at: number): string => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "numeric",
    hourCycle: "h23",
  })
    .formatToParts(at)
    .reduce<Record<string, string>>((named, { type, value }) => ({ ...named, [type]: value }), {});
  if (["Sat", "Sun"].includes(parts["weekday"] ?? "")) return "weekend";
  return quarters[Math.floor(Number(parts["hour"]) / 6)] ?? "";
};

type Group = Pick<PastClock, "clock" | "kind" | "severity">;
const sameGroup = (one: Group, other: Group): boolean =>
  one.clock === other.clock && one.kind === other.kind && one.severity === other.severity;

/** Every clock is looked at for every question, one rule at a time. */
const oracle = (
  clock: ForecastClock,
  pasts: readonly PastClock[],
  starts: readonly RunningStart[],
): Forecast | null => {
  const own = pasts.filter((each) => sameGroup(each, clock));
  const loads = new Map<number, number>();
  const countAt = (at: number): number =>
    own.filter((each) => each.startedAt < at && each.endedAt > at).length +
    starts.filter((each) => sameGroup(each, clock) && each.startedAt < at).length;
  const loadAt = (at: number): number => {
    const load = loads.get(at) ?? countAt(at);
    loads.set(at, load);
    return load;
  };
  const isLike = (each: PastClock, { of, samePart, sameLoad }: Likeness): boolean => {
    if (of === "account" && (each.account !== clock.account || clock.account === null)) return false;
    if (of === "plan" && each.plan !== clock.plan) return false;
    if (samePart && partNamed(each.startedAt) !== partNamed(clock.startedAt)) return false;
    const ratio = (loadAt(each.startedAt) + 1) / (loadAt(clock.startedAt) + 1);
    return !sameLoad || (ratio >= 0.5 && ratio <= 2);
  };
  const widening: readonly Likeness[] = [
    { of: "account", samePart: true, sameLoad: true },
    { of: "plan", samePart: true, sameLoad: true },
    { of: "plan", samePart: true, sameLoad: false },
    { of: "plan", samePart: false, sameLoad: false },
    { of: "anyone", samePart: true, sameLoad: false },
    { of: "anyone", samePart: false, sameLoad: false },
  ];
  for (const like of widening) {
    const alike = own.filter((each) => each.used >= clock.used && isLike(each, like));
    if (alike.length >= 20)
      return { late: alike.filter((each) => each.used > clock.target).length, all: alike.length, like };
  }
  return null;
};

test("a forecast counts the clocks that a look at every clock finds", () => {
  const steps = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const { pasts, clocks } = drawn(seed);
      const history = historyOf(pasts, clocks, zone);
      for (const clock of clocks) {
        const found = forecastOf(clock, history);
        expect(found).toEqual(oracle(clock, pasts, clocks));
        if (found !== null) steps.add(JSON.stringify(found.like));
      }
    }),
    { numRuns: 8, examples: [[26]] },
  );
  // The cases reach several steps, else the property says little.
  expect(steps.size).toBeGreaterThan(1);
});

const alike = (count: number, late: number): readonly PastClock[] =>
  Array.from({ length: count }, (_, at) => ({
    clock: "firstResponse",
    kind: "problem",
    severity: "high",
    account: "acme",
    plan: "premium",
    startedAt: monday + at * 7 * 24 * hour + 9 * hour,
    endedAt: monday + at * 7 * 24 * hour + 12 * hour,
    used: at < late ? 5 * hour : 2 * hour,
  }));

const clock: ForecastClock = {
  clock: "firstResponse",
  kind: "problem",
  severity: "high",
  account: "acme",
  plan: "premium",
  startedAt: monday + 60 * 7 * 24 * hour + 9 * hour,
  used: hour,
  target: 4 * hour,
};

test("needs twenty past clocks that ran as long as this one", () => {
  expect(leastPast).toBe(20);
  const like = { of: "account", samePart: true, sameLoad: true };
  expect(forecastOf(clock, historyOf(alike(20, 7), [], zone))).toEqual({ late: 7, all: 20, like });
  expect(forecastOf(clock, historyOf(alike(19, 7), [], zone))).toBeNull();
  expect(forecastOf({ ...clock, used: 3 * hour }, historyOf(alike(40, 7), [], zone))).toBeNull();
  expect(forecastOf({ ...clock, used: 3 * hour }, historyOf(alike(40, 25), [], zone))).toMatchObject({
    late: 25,
    all: 25,
  });
  expect(forecastOf(clock, historyOf([], [], zone))).toBeNull();
});

test("knows the part of the week in the desk's zone, also on the day of a clock change", () => {
  for (let at = Date.parse("2026-10-23T00:00:00Z"); at < Date.parse("2026-10-28T00:00:00Z"); at += hour)
    expect([new Date(at).toISOString(), partOfWeek(zone, at)]).toEqual([
      new Date(at).toISOString(),
      ["0-6", "6-12", "12-18", "18-24", "weekend"].indexOf(partNamed(at)),
    ]);
});
