import { afterAll, beforeAll, expect, test } from "vitest";
import { writeOutcomes } from "../../../src/db/outcomes/outcome-store.ts";
import { readPastClocks, readRunningStarts } from "../../../src/db/outcomes/forecast-queries.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import type { ClockOutcome } from "../../../src/tickets/clocks/outcomes.ts";
import { createForecasts, type ClockForecast } from "../../../src/web/desk/forecasts.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { openWebDesk } from "../../support/web-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

const hour = 3_600_000;
let world: World;
beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  await world.opens({ severity: "high" });
});
afterAll(() => world.stop());

const past = (cycle: number, given: Partial<ClockOutcome>): ClockOutcome => ({
  ticket: 1001,
  clock: "firstResponse",
  cycle,
  kind: "problem",
  account: "acme",
  area: null,
  plan: "premium",
  manager: "ana",
  severity: "high",
  intake: "slack",
  assignee: "luis",
  startedAt: world.now() - cycle * 24 * hour,
  dueAt: world.now() - cycle * 24 * hour + 4 * hour,
  endedAt: world.now() - cycle * 24 * hour + 3 * hour,
  outcome: "met",
  target: 4 * hour,
  used: 3 * hour,
  waited: 0,
  cause: null,
  ...given,
});

test("a forecast compares with past clocks, leaves out what says nothing, and reads them once a minute", async () => {
  const { db } = world.database;
  const breached = { outcome: "breached", cause: "unanswered", used: 40 * hour } as const;
  const outcomes = [
    ...Array.from({ length: 30 }, (_, at) => past(at + 10, at < 9 ? breached : {})),
    past(100, { outcome: "cancelled" }),
    // It ended early: others that are due later still run.
    past(101, { dueAt: world.now() + hour }),
    past(102, { clock: "nextResponse" }),
    ...Array.from({ length: 28 }, (_, at) =>
      past(at + 200, { clock: "resolution", used: (at < 20 ? 17 : 16) * hour, severity: "high" }),
    ),
  ];
  await db.transaction((tx) =>
    writeOutcomes(
      tx,
      outcomes.map((outcome) => ({ ticket: 1001, clock: outcome.clock, cycle: outcome.cycle, outcome })),
    ),
  );
  const pasts = await readPastClocks(db, world.now());
  expect(pasts).toHaveLength(59);
  const running = await readRunningStarts(db);
  expect(running.map(({ clock, severity }) => `${clock} ${severity}`)).toContain("firstResponse high");
  expect(running.find(({ clock }) => clock === "firstResponse")?.startedAt).toBe((await world.ticket()).openedAt);

  const forecastsOf = createForecasts({ database: world.database, log: world.log, now: world.now });
  const ticket = await world.ticket();
  // Eight of the thirty began on a weekend.
  const shown = (found: readonly ClockForecast[] | undefined) =>
    found?.map(({ clock: { kind }, forecast: { late, all, like } }) => [kind, late, all, like.of]);
  const found = shown((await forecastsOf([ticket], promisingDesk)).get(1001));
  // Eight of either began on a weekend, six of these solutions took longer.
  expect(found).toEqual([
    ["firstResponse", 7, 22, "account"],
    ["resolution", 14, 20, "account"],
  ]);
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  const text = async (path: string): Promise<string> => (await luis.page(path)).replaceAll(/(<[^>]*>|\s)+/g, " ");
  expect(await text("/desk")).toMatch(/First answer · [^.]*Solution, risk 70%: 14 of 20 like this took longer/);
  expect(await text("/desk/tickets/1001")).toMatch(
    /First answer, risk 32%: 7 of 22 like this took longer Solution, risk 70%: 14 of 20 like this took longer Compared with [^.]*account/,
  );
  await db.execute(sql`delete from clock_outcomes where cycle < 25 and cycle >= 10`);
  expect(shown((await forecastsOf([ticket], promisingDesk)).get(1001))).toEqual(found);
  await world.pass(2);
  expect(shown((await forecastsOf([await world.ticket()], promisingDesk)).get(1001))).toEqual([found?.[1]]);
});

test("the history of a desk with many outcomes is read from its newest part", async () => {
  const { db } = world.database;
  await db.execute(sql`insert into clock_outcomes
    select 1001, 'nextResponse', n, 'problem', 'acme', null, 'premium', 'ana', (array['high','low'])[n % 2 + 1], 'slack', null,
      now() - n * interval '1 minute' - interval '300 days', now() - n * interval '1 minute' - interval '300 days',
      now() - n * interval '1 minute' - interval '300 days', 'met', 1000, 1000, 0, null
    from generate_series(1000, 31000) n`);
  // Otherwise the plan depends on when Postgres looked at the table last.
  await db.execute(sql`analyze clock_outcomes`);
  const plan = await db.execute(
    sql`explain select * from clock_outcomes where due_at <= now() order by due_at desc limit 20000`,
  );
  expect(JSON.stringify(plan)).toContain("clock_outcomes_by_due");
  const pasts = await readPastClocks(db, Date.now());
  const counts = Map.groupBy(pasts, ({ clock, severity }) => `${clock} ${severity}`);
  expect(counts.get("nextResponse high")).toHaveLength(300);
  expect(counts.get("nextResponse low")).toHaveLength(300);
});
