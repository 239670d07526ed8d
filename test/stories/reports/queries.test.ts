import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeOutcomes } from "../../../src/db/outcomes/outcome-store.ts";
import { outcomePages, readAttainment, readBreaches } from "../../../src/db/outcomes/report-queries.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { dimensions, type Dimension, type OutcomeFilter } from "../../../src/reports/attainment.ts";
import { breachCauses } from "../../../src/sla/clock.ts";
import { allClockKinds } from "../../../src/sla/clock-kinds.ts";
import { severities } from "../../../src/sla/severity.ts";
import type { ClockOutcome } from "../../../src/tickets/clocks/outcomes.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
beforeAll(async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
});
afterAll(() => world.stop());

const hour = 3_600_000;
const start = Date.parse("2026-10-01T00:00:00Z");
const someKey = (...keys: string[]) => fc.constantFrom(...keys, null);

const outcome: fc.Arbitrary<ClockOutcome> = fc
  .record({
    clock: fc.constantFrom(...allClockKinds),
    kind: fc.constantFrom("problem" as const, "consulting" as const),
    account: someKey("acme", "northwind"),
    area: someKey("player"),
    plan: someKey("premium", "standard"),
    manager: someKey("ana"),
    severity: fc.constantFrom(...severities),
    intake: fc.constantFrom("slack", "discord"),
    assignee: someKey("luis"),
    startedAt: fc.integer({ min: 0, max: 40 }).map((hours) => start + hours * hour),
    due: fc.integer({ min: 1, max: 9 }),
    took: fc.integer({ min: 0, max: 20 }),
    outcome: fc.constantFrom("met" as const, "breached" as const, "cancelled" as const),
    cause: fc.constantFrom(...breachCauses),
  })
  .map(({ due, took, cause, ...each }) => ({
    ...each,
    ticket: 1001,
    cycle: 0,
    dueAt: each.startedAt + due * hour,
    endedAt: each.startedAt + took * hour,
    target: due * hour,
    used: took * hour,
    waited: 0,
    cause: each.outcome === "breached" ? cause : null,
  }));

const stored = async (outcomes: readonly ClockOutcome[]): Promise<readonly ClockOutcome[]> => {
  const rows = outcomes.map((each, index) => ({ ...each, cycle: index + 1 }));
  await world.database.db.execute(sql`delete from clock_outcomes`);
  await world.database.db.transaction((tx) =>
    writeOutcomes(
      tx,
      rows.map((each) => ({ ticket: each.ticket, clock: each.clock, cycle: each.cycle, outcome: each })),
    ),
  );
  return rows;
};

const percentile = (values: readonly number[], share: number): number | null =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? null;
const percentiles = (values: readonly number[]) => ({
  p50: percentile(values, 0.5),
  p90: percentile(values, 0.9),
  p95: percentile(values, 0.95),
});
const countsOf = (rows: readonly ClockOutcome[]) => {
  const count = (how: ClockOutcome["outcome"]): number => rows.filter((row) => row.outcome === how).length;
  const ended = rows.filter((row) => row.outcome !== "cancelled");
  return {
    met: count("met"),
    breached: count("breached"),
    cancelled: count("cancelled"),
    used: percentiles(ended.map(({ used }) => used)),
    elapsed: percentiles(ended.map(({ startedAt, endedAt }) => endedAt - startedAt)),
  };
};
const keyOf = (row: Partial<Record<Dimension, unknown>>, by: readonly Dimension[]): string =>
  JSON.stringify(by.map((name) => row[name]));

test("reports agree with outcomes counted one by one, in any groups and periods, and the sum of the parts is the whole", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(outcome, { maxLength: 60 }),
      fc.subarray([...dimensions]),
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom<OutcomeFilter["only"]>(
        {},
        { account: "acme" },
        { account: null },
        { severity: "high", clock: "update" },
      ),
      async (outcomes, by, from, only) => {
        const rows = await stored(outcomes);
        const filter = { from: start + from * hour, to: start + 40 * hour, only };
        const inside = rows.filter(
          (row) =>
            row.dueAt >= filter.from &&
            row.dueAt < filter.to &&
            Object.entries(only).every(([name, value]) => row[name as Dimension] === value),
        );
        const found = await readAttainment(world.database.db, filter, by);
        const groups = Map.groupBy(inside, (row) => keyOf(row, by));
        // Without a dimension there is one group, also of nothing.
        if (by.length === 0 && inside.length === 0) groups.set("[]", []);
        expect(new Map(found.map((row) => [keyOf(row, by), row]))).toEqual(
          new Map([...groups].map(([key, own]) => [key, expect.objectContaining(countsOf(own))])),
        );
        expect(found.reduce((sum, { met, breached, cancelled }) => sum + met + breached + cancelled, 0)).toBe(
          inside.length,
        );
        const breaches = await readBreaches(world.database.db, filter, 1_000);
        expect(new Set(breaches.map(({ cycle }) => cycle))).toEqual(
          new Set(inside.filter((row) => row.outcome === "breached").map(({ cycle }) => cycle)),
        );
        const pages = (await Array.fromAsync(outcomePages(world.database.db, filter))).flat();
        expect(new Set(pages)).toEqual(new Set(inside));
      },
    ),
    { numRuns: 40 },
  );
});

test("an empty period has no groups, and no percentile", async () => {
  await stored([]);
  const filter = { from: start, to: start + hour, only: {} };
  expect(await readAttainment(world.database.db, filter, ["clock"])).toEqual([]);
  expect(await readAttainment(world.database.db, filter, [])).toEqual([
    { met: 0, breached: 0, cancelled: 0, used: percentiles([]), elapsed: percentiles([]) },
  ]);
});
