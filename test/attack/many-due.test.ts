import { expect, test } from "vitest";
import { execute } from "../../src/tickets/execute/execute.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { readReminders } from "../../src/db/reminder-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { evolve } from "../../src/tickets/evolve.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { fireReminders } from "../../src/jobs/fire-reminders.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, minutes, monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

/** Carla's tickets, opened on Monday and all past due now. */
const allDue = async (many: number): Promise<WorkDeps> => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map(),
    now: () => monday + 3 * 24 * 60 * minutes,
    log: keptLog(),
    metrics: silentMeter,
  };
  for (let count = 0; count < many; count++)
    await execute(deps, {
      key: `open ${count}`,
      number: null,
      command: {
        type: "open",
        by: cast.carla,
        at: monday,
        title: "Down",
        description: "x",
        severity: "high",
        askedIn: cast.carla.channel,
      },
    });
  return deps;
};

const leaving = async ({ database }: WorkDeps): Promise<readonly number[]> =>
  (
    await database.rows<{ ticket: number }>(sql`select ticket from reminders where status = 'sending' order by ticket`)
  ).map(({ ticket }) => ticket);

test("other work gets its turn again and again while many reminders are sent", async () => {
  const many = 120;
  const fire = fireReminders(await allDue(many), { bulkRuns: 0 });
  let letIn = 0;
  let firing = true;
  const knock = (): void => {
    letIn += 1;
    if (firing) setImmediate(knock);
  };
  setImmediate(knock);
  expect(await fire()).toBe(many);
  firing = false;
  expect(letIn).toBeGreaterThanOrEqual(3);
});

test("two turns at the same time do not do the same work", async () => {
  const fire = fireReminders(await allDue(15), { bulkRuns: 0 });
  const done = await Promise.all([fire(), fire()]);
  expect(done.reduce((sum, count) => sum + count)).toBe(15);
});

test("a ticket that cannot be worked on delays no other, and is logged once when only it is left", async () => {
  const deps = await allDue(15);
  const { database } = deps;
  await database.rows(
    sql`update tickets set clocks = '[{"kind": "firstResponse", "end": null}]' where number in (1004, 1011)`,
  );
  const fire = fireReminders(deps, { bulkRuns: 0 });
  expect(await fire()).toBe(13);
  expect(await leaving(deps)).toEqual([1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1012, 1013, 1014, 1015]);
  await expect(fire()).rejects.toThrow();
});

test("tickets that are decided together keep their own events, and each can be rebuilt from them", async () => {
  const deps = await allDue(5);
  const { db } = deps.database;
  await fireReminders(deps, { bulkRuns: 0 })();
  for (let number = 1001; number <= 1005; number += 1) {
    const ticket = (await readEvents(db, number)).reduce<TicketState | null>(evolve, null)?.ticket;
    expect(ticket).toEqual(await readTicket(db, number));
    expect(ticket?.sla.clocks[0]?.fired).toEqual([50, 80, 100]);
    expect((await readReminders(db, number)).map(({ status }) => status)).toEqual([
      "superseded",
      "superseded",
      "sending",
    ]);
  }
});
