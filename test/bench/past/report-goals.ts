import { monitorEventLoopDelay } from "node:perf_hooks";
import { openPostgres } from "../../../src/db/connection/postgres.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { outcomesIn, readAttainment } from "../../../src/db/outcomes/report-queries.ts";
import { parsedEvents, readPast } from "../../../src/db/rehearsal/past-store.ts";
import { asc, sql } from "../../../src/db/schema/orm.ts";
import { clockOutcomes } from "../../../src/db/schema/outcome-schema.ts";
import { tickets } from "../../../src/db/schema/schema.ts";
import { deskOf } from "../../../src/desk/desk-of.ts";
import { day, type Instant } from "../../../src/sla/instant.ts";
import { readFigures } from "../../../src/statements/statements.ts";
import { rehearse } from "../../../src/tickets/execute/rehearsal/rehearse.ts";
import { eventsLeftOut } from "../../../src/tickets/rehearsal/rehearse-ticket.ts";
import type { BenchPostgres } from "../postgres.ts";
import { pastDocument } from "./past-desk.ts";
import { seedPast } from "./seed-past.ts";

/** The weeks over which the tickets are spread: a year. */
const weeks = 52;
const rounds = 3;
/** In ms, at any size. */
const reportGoal = 1_000;
const statementGoal = 1_000;
/** In ms for each hundred thousand tickets. */
const rehearsalGoal = 10_000;
/** In ms: so long a rehearsal may keep others waiting. */
const holdGoal = 50;
const perPage = 100;

type Say = (line: string) => void;

/** The median of a few runs, and what the last one took of this process's CPU (ms). */
const timed = async (
  work: () => Promise<unknown>,
  runs = rounds,
): Promise<{ readonly ms: number; readonly cpu: number }> => {
  const times: number[] = [];
  let cpu = 0;
  for (let run = 0; run < runs; run += 1) {
    const [before, began] = [process.cpuUsage(), performance.now()];
    await work();
    times.push(performance.now() - began);
    const used = process.cpuUsage(before);
    cpu = (used.user + used.system) / 1_000;
  }
  return { ms: times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN, cpu };
};

/** Reads and parses the events that a rehearsal reads, and does nothing with them. */
const readEvents = async ({ db }: DatabaseHandle): Promise<void> => {
  const numbers = (await db.select({ number: tickets.number }).from(tickets).orderBy(asc(tickets.number))).map(
    ({ number }) => number,
  );
  for (let from = 0; from < numbers.length; from += perPage)
    for (const past of (await readPast(db, numbers.slice(from, from + perPage), eventsLeftOut)).values())
      parsedEvents(past);
};

const measure = async (url: string, size: number, until: Instant, say: Say): Promise<boolean> => {
  const database = openPostgres(url);
  const { db } = database;
  const year = { from: until - 366 * day, to: until };
  const all = { ...year, only: {} };
  let met = true;
  const judge = (what: string, figure: number, goal: number): void => {
    if (figure > goal) met = false;
    say(`  ${what}, goal ≤ ${goal} ms: ${figure <= goal ? "met" : "MISSED"}`);
  };
  const [counted] = await db
    .select({ rows: sql<number>`count(*)::int` })
    .from(clockOutcomes)
    .where(outcomesIn(all));
  say(`${size} tickets, ${counted?.rows ?? 0} outcomes of a year:`);

  const counting = await timed(() =>
    db
      .select({ rows: sql`count(*)` })
      .from(clockOutcomes)
      .where(outcomesIn(all)),
  );
  const report = await timed(() => readAttainment(db, all, ["account", "kind", "severity", "clock"]));
  const beside = `${(report.ms / counting.ms).toFixed(1)} × counting the same rows (${counting.ms.toFixed(0)} ms)`;
  judge(`a year's report by account, severity and clock ${report.ms.toFixed(0)} ms, ${beside}`, report.ms, reportGoal);

  const quarter = { from: until - 91 * day, to: until };
  const own = { ...quarter, only: { account: "a0" } };
  const ownCount = await timed(() =>
    db
      .select({ rows: sql`count(*)` })
      .from(clockOutcomes)
      .where(outcomesIn(own)),
  );
  const statement = await timed(() => readFigures(db, { key: "a0", timezone: "UTC" }, quarter));
  const besideOwn = `${(statement.ms / ownCount.ms).toFixed(1)} × counting its rows (${ownCount.ms.toFixed(0)} ms)`;
  judge(
    `a quarter's statement of one account ${statement.ms.toFixed(0)} ms, ${besideOwn}`,
    statement.ms,
    statementGoal,
  );

  const reading = await timed(() => readEvents(database), 1);
  const held = monitorEventLoopDelay({ resolution: 1 });
  const request = { desk: deskOf(pastDocument("PT10M"), 0), zone: "UTC", since: year.from, until };
  held.enable();
  const rehearsal = await timed(() => rehearse(db, { ...request, coverage: { before: [], after: [] } }), 1);
  held.disable();
  const besideReading = `${(rehearsal.ms / reading.ms).toFixed(1)} × reading the same events`;
  judge(
    `a rehearsal of the year ${(rehearsal.ms / 1_000).toFixed(1)} s, ${(rehearsal.cpu / 1_000).toFixed(1)} s of them CPU, ${besideReading} (${(reading.ms / 1_000).toFixed(1)} s)`,
    rehearsal.ms,
    rehearsalGoal * Math.max(1, size / 100_000),
  );
  const hold = held.percentile(99.9) / 1_000_000;
  judge(`it holds the event loop (p99.9) for ${hold.toFixed(0)} ms`, hold, holdGoal);
  await database.close();
  return met;
};

/**
 * Fills a database for each size, and measures a report, a statement and a rehearsal on it, each beside the least that it must do: to
 * count or to read the same rows. True where every goal was met.
 */
export const pastGoalsMet = async (server: BenchPostgres, sizes: readonly number[], say: Say): Promise<boolean> => {
  let met = true;
  for (const size of sizes) {
    const url = await server.database(`past${size}`);
    const now = Date.now();
    await seedPast(url, size, weeks, now);
    say(`${size} tickets stand after ${((Date.now() - now) / 1_000).toFixed(0)} s`);
    if (!(await measure(url, size, now, say))) met = false;
  }
  return met;
};
