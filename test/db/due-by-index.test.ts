import { afterEach, beforeEach, expect, test } from "vitest";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { dueReminders, lingeringReminders, nextReminderAt } from "../../src/db/reminder-store.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { monday } from "../support/given.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

let database: DatabaseHandle;
let ticket = 0;
beforeEach(async () => {
  database = openPostgres(await freshPostgres());
  const file = "channels: { triage: slack:C0TRIAGE }\ncalendars: { always: { open: always } }";
  await applyDesk(database, (current) => readDeskFile(file, current), monday);
  ticket = await openOne({ database, desk: createDeskCache(deskOf) }, 1, "low", monday);
  // To look up the ticket of each planned step takes longer than to store it.
  await database.rows(sql`alter table reminders disable trigger all`);
});
afterEach(() => database.close());

const rowsAtOnce = 10_000;

/** Plans steps a minute apart, long after the moment of the look, and three that are due. */
const plan = async (pending: number): Promise<void> => {
  await database.rows(sql`delete from reminders`);
  // On a busy machine one statement with all rows would exceed its time limit.
  for (let from = 1; from <= pending; from += rowsAtOnce)
    await database.rows(sql`
      insert into reminders (ticket, clock, cycle, target, step, at, status)
      select ${ticket}::int, 'firstResponse', n, 0, 50,
        timestamptz '2026-01-12T09:00:00Z' + (case when n <= 3 then -1 else 60 + n end) * interval '1 minute', 'planned'
      from generate_series(${from}::int, ${Math.min(from + rowsAtOnce - 1, pending)}::int) as n`);
  await database.rows(sql`vacuum analyze reminders`);
};

interface Reads {
  readonly scans: number;
  readonly entries: number;
}

/** How often Postgres went through the whole table of reminders so far, and how many entries of its indexes it read. */
const reads = async (): Promise<Reads> => {
  await database.rows(sql`select pg_stat_force_next_flush()`);
  const [row] = await database.rows<Reads>(sql`
    select t.seq_scan::int as scans, (select sum(i.idx_tup_read)::int from pg_stat_user_indexes i where i.relname = t.relname) as entries
    from pg_stat_user_tables t where t.relname = 'reminders'`);
  return row ?? expect.fail("Postgres keeps no statistics");
};

const costOfLooking = async (pending: number): Promise<Reads> => {
  await plan(pending);
  const before = await reads();
  expect(await dueReminders(database.db, Date.UTC(2026, 0, 12, 9), 50)).toHaveLength(3);
  expect(await nextReminderAt(database.db)).not.toBeNull();
  const after = await reads();
  return { scans: after.scans - before.scans, entries: after.entries - before.entries };
};

test("an index finds what is due: a search among a hundred thousand pending reminders costs no more than among a thousand", async () => {
  const few = await costOfLooking(1_000);
  const many = await costOfLooking(100_000);
  expect(many.scans).toBe(0);
  expect(many.entries).toBeLessThanOrEqual(Math.max(few.entries, 10));
});

test("a reminder that is in delivery for long is found by its message, and no other step is read", async () => {
  await plan(10_000);
  await database.rows(sql`update reminders set status = 'sending' where cycle <= 2`);
  const notice = JSON.stringify({ clock: "firstResponse", cycle: 2, target: 0, step: 50 });
  await database.rows(sql`
    insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before)
    values ('waits', ${ticket}::int, '{"kind":"nowhere"}', jsonb_build_object('type', 'reminder', 'notice', ${notice}::text::jsonb),
      'waits', 2, 'pending', '2026-01-12T08:59:00Z', '2026-01-12T09:10:00Z')`);
  await database.rows(sql`vacuum analyze reminders, outbox`);
  const before = await reads();
  const since = Date.UTC(2026, 0, 12, 9);
  expect((await lingeringReminders(database.db, since, 10)).map(({ cycle }) => cycle)).toEqual([2]);
  expect(await lingeringReminders(database.db, since - 90_000, 10)).toEqual([]);
  const after = await reads();
  expect(after.scans - before.scans).toBe(0);
  expect(after.entries - before.entries).toBeLessThan(10);
});
