import type { ClockKind } from "../domain/desk.ts";
import type { Reminder } from "../domain/messages.ts";
import type { Instant } from "../domain/refs.ts";
import type { Database, Tx } from "./handle.ts";
import { and, asc, eq, inArray, lte, min, ne, or, sql } from "./orm.ts";
import { reminders, tickets } from "./schema.ts";
import type { ReminderStatus } from "./rows.ts";

/** Which step of which promise of which clock. */
export type ReminderKey = Omit<Reminder, "at">;

const keyOf = ({ clock, cycle, promise, step }: ReminderKey): string => `${clock} ${cycle} ${promise} ${step}`;

const isKey = (ticket: number, { clock, cycle, promise, step }: ReminderKey) =>
  and(
    eq(reminders.ticket, ticket),
    eq(reminders.clock, clock),
    eq(reminders.cycle, cycle),
    eq(reminders.promise, promise),
    eq(reminders.step, step),
  );

/**
 * Makes the planned rows of a ticket equal its plan: new steps appear, moved ones move, and those no longer in the plan
 * end as `gone`. The ticket's lock must be held.
 */
export const syncReminders = async (
  tx: Tx,
  ticket: number,
  plan: readonly Reminder[],
  gone: ReminderStatus,
  now: Instant,
): Promise<void> => {
  const planned = await tx
    .select()
    .from(reminders)
    .where(and(eq(reminders.ticket, ticket), eq(reminders.status, "planned")));
  const wanted = new Set(plan.map(keyOf));
  const ended = planned.filter((row) => !wanted.has(keyOf(row)));
  if (ended.length > 0)
    await tx
      .update(reminders)
      .set({ status: gone, settledAt: now })
      .where(or(...ended.map((row) => isKey(ticket, row))));
  const at = new Map(planned.map((row) => [keyOf(row), row.at]));
  const changed = plan.filter((each) => at.get(keyOf(each)) !== each.at);
  if (changed.length > 0)
    await tx
      .insert(reminders)
      .values(changed.map((each) => ({ ...each, ticket, status: "planned" as const })))
      .onConflictDoUpdate({
        target: [reminders.ticket, reminders.clock, reminders.cycle, reminders.promise, reminders.step],
        set: { at: sql`excluded.at`, status: "planned", settledAt: null },
      });
};

/** What became of a step. */
export const settleReminder = async (
  db: Database,
  ticket: number,
  key: ReminderKey,
  status: ReminderStatus,
  now: Instant,
): Promise<void> => {
  const settledAt = status === "planned" || status === "leaving" ? null : now;
  await db.update(reminders).set({ status, settledAt }).where(isKey(ticket, key));
};

/** A step already decided goes from one of these states to another; a step in any other state stays. */
export const turnReminder = async (
  db: Database,
  ticket: number,
  key: ReminderKey,
  from: ReminderStatus | readonly ReminderStatus[],
  to: ReminderStatus,
  now: Instant,
): Promise<void> => {
  await db
    .update(reminders)
    .set({ status: to, settledAt: now })
    .where(and(isKey(ticket, key), inArray(reminders.status, [from].flat())));
};

/** Clocks with a step that fell due, longest due first. Read without a lock: the ticket's lock comes first. */
export const dueReminders = async (
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly { ticket: number; clock: ClockKind; cycle: number }[]> => {
  const rows = await db
    .select({ ticket: reminders.ticket, clock: reminders.clock, cycle: reminders.cycle })
    .from(reminders)
    .where(and(eq(reminders.status, "planned"), lte(reminders.at, now)))
    .orderBy(asc(reminders.at))
    .limit(limit);
  return [...new Map(rows.map((row) => [`${row.ticket} ${row.clock} ${row.cycle}`, row])).values()];
};

/** When the next planned step is due; null where none is planned. */
export const nextReminderAt = async (db: Database): Promise<Instant | null> => {
  const [row] = await db
    .select({ at: min(reminders.at) })
    .from(reminders)
    .where(eq(reminders.status, "planned"));
  return row?.at ?? null;
};

/** Steps of open tickets that nobody could be given, the oldest first, with the ticket's clocks as they are now. */
export const failedReminders = (db: Database, limit: number) =>
  db
    .select({
      ticket: reminders.ticket,
      clock: reminders.clock,
      cycle: reminders.cycle,
      step: reminders.step,
      at: reminders.at,
      clocks: tickets.clocks,
    })
    .from(reminders)
    .innerJoin(tickets, eq(tickets.number, reminders.ticket))
    .where(and(eq(reminders.status, "failed"), ne(tickets.status, "resolved")))
    .orderBy(asc(reminders.at))
    .limit(limit);

/** What became of every step of a ticket. */
export const readReminders = async (db: Database, ticket: number) =>
  db.select().from(reminders).where(eq(reminders.ticket, ticket)).orderBy(asc(reminders.at), asc(reminders.step));
