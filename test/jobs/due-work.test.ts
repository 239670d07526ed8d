import type { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { leaseMs } from "../../src/db/delivery/lease.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { countPending } from "../../src/db/delivery/outbox-store.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { runLoops, type RunningLoops } from "../../src/jobs/run-loops.ts";
import { createSteps, type Steps } from "../../src/jobs/steps.ts";
import { opens } from "../race/acts.ts";
import { openSquare } from "../race/square.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { minutes, monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { until } from "../support/until.ts";
import { silentMeter } from "../support/world.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let now: number;
let database: DatabaseHandle;
let loops: RunningLoops | null;

/** A process of the desk, whose loops are stepped by hand. */
const joins = async (): Promise<{ readonly deps: WorkDeps; readonly steps: Steps }> => {
  const desk = createDeskCache((_, version) => ({ ...sampleDesk, version }));
  await desk.read(database.db);
  const ports = new Map([["slack", openSquare().port]]);
  const deps = { database, desk, ports, now: () => now, log: silent, metrics: silentMeter };
  return { deps, steps: createSteps(deps, () => {}) };
};

beforeEach(async () => {
  now = monday;
  loops = null;
  database = await freshEmbedded();
  await writeDesk(database.db, {}, now);
});
afterEach(async () => {
  await loops?.stop();
  vi.restoreAllMocks();
});

/** Counts the statements and transactions that the embedded database is asked for. */
const countAsked = (): (() => number) => {
  const { client } = database as DatabaseHandle & { readonly client: PGlite };
  const spies = [vi.spyOn(client, "query"), vi.spyOn(client, "exec"), vi.spyOn(client, "transaction")];
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
};

const settle = async (steps: Steps): Promise<void> => {
  const { processInbox: takeInbox, followChannels, refreshCards, deliverOutbox } = steps;
  while ((await takeInbox()) + (await followChannels()) + (await refreshCards()) + (await deliverOutbox()) > 0);
  await steps.dueWork();
};

test("an idle desk sends the database one query per look", async () => {
  const { deps, steps } = await joins();
  let looks = 0;
  loops = runLoops(deps, { ...steps, dueWork: (ahead) => ((looks += 1), steps.dueWork(ahead)) }, 10);
  await until("the loops rest after their first turns", () => looks > 30);
  const asked = countAsked();
  const before = looks;
  await until("it looked twenty times more", () => looks >= before + 20);
  // One that began before it was counted may be under way.
  expect(Math.abs(asked() - (looks - before))).toBeLessThanOrEqual(1);
});

test("a look finds what another process received and lost, and what falls due of it", async () => {
  const gone = await joins();
  await gone.steps.core.accept(opens("One", now));
  const { deps, steps } = await joins();
  loops = runLoops(deps, steps, 10);
  const done = async () => (await database.rows(sql`select 1 from inbox where done_at is not null`)).length > 0;
  await until("the first turns found it with its process", async () => (await steps.dueWork()).size === 0);
  expect(await done()).toBe(false);
  now += leaseMs;
  await until("the ticket was opened", done);
  const sent = async () =>
    database.rows<{ n: number }>(sql`select count(*)::int as n from reminders where status = 'sent'`);
  expect((await sent())[0]?.n).toBe(0);
  now += 600 * minutes;
  await until("a reminder had left", async () => ((await sent())[0]?.n ?? 0) > 0);
  await until("nothing is owed", async () => (await countPending(database.db)) === 0);
});

test("a look names the queues with work now and soon, and none that another process works on", async () => {
  const [one, two] = [await joins(), await joins()];
  await settle(one.steps);
  await settle(two.steps);
  const due = async (steps: Steps, ahead?: number) => [...(await steps.dueWork(ahead))].toSorted();
  expect(await due(one.steps)).toEqual([]);
  await one.steps.core.accept(opens("One", now));
  expect([await due(one.steps), await due(two.steps)]).toEqual([["inbox"], []]);
  await one.steps.processInbox();
  expect(await due(two.steps)).toEqual(["cards"]);
  await settle(one.steps);
  expect(await due(one.steps)).toEqual([]);
  expect(await due(one.steps, 600 * minutes)).toEqual(["reminders"]);
  now += 600 * minutes;
  // Plazo looks for the cards once more, long after the desk was applied.
  expect(await due(one.steps)).toEqual(["channels", "reminders"]);
  await one.steps.fireReminders();
  expect(await due(one.steps)).toContain("chat");
});

test("a look notices that the desk or a person's absence changed", async () => {
  const { steps } = await joins();
  await settle(steps);
  for (const change of [
    () => database.rows(sql`insert into absences values ('ana', now())`),
    () => database.rows(sql`update absences set until = now() + interval '1 day'`),
    () => database.rows(sql`delete from absences`),
  ]) {
    await change();
    expect(await steps.dueWork()).toEqual(new Set(["inbox", "reports", "welcomes"]));
    expect(await steps.dueWork()).toEqual(new Set());
  }
  await writeDesk(database.db, {}, now);
  expect(await steps.dueWork()).toEqual(new Set(["inbox", "reports", "welcomes", "channels"]));
  await settle(steps);
  expect(await steps.dueWork()).toEqual(new Set());
  // A transaction that read the earlier desk may have committed meanwhile: its cards are looked for once more.
  now += minutes;
  expect(await steps.dueWork()).toEqual(new Set(["channels"]));
});
