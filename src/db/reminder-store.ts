import type { Placeholder, SQL } from "drizzle-orm";
import type { Clock } from "../sla/clock.ts";
import { clocksJson } from "../stored/sla-json.ts";
import { readOrNull } from "../stored/versioned-json.ts";
import { outbox } from "./schema/delivery-schema.ts";
import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Reminder } from "../tickets/clocks/plan.ts";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { fromInstant, and, asc, eq, inArray, lte, min, ne, or, sql } from "./schema/orm.ts";
import { numbersOf, rowsToInsert, ofTickets } from "./many-values.ts";
import { reminders, tickets } from "./schema/schema.ts";
import type { ReminderStatus } from "./schema/rows.ts";

/** Which step of which target of which clock. */
export type ReminderKey = Omit<Reminder, "at">;

const keyOf = ({ clock, cycle, target, step }: ReminderKey): string => `${clock} ${cycle} ${target} ${step}`;

const isKey = (ticket: number, { clock, cycle, target, step }: ReminderKey) =>
  and(
    eq(reminders.ticket, ticket),
    eq(reminders.clock, clock),
    eq(reminders.cycle, cycle),
    eq(reminders.target, target),
    eq(reminders.step, step),
  );

/** What a ticket's reminder rows must become: its plan, the steps just settled, and the status of rows in neither. */
export interface ReminderUpdate {
  readonly ticket: number;
  readonly plan: readonly Reminder[];
  readonly settled: readonly { readonly key: ReminderKey; readonly status: "sending" | "superseded" | "sent" }[];
  readonly otherwise: ReminderStatus;
}

const plannedOf = builtOnce((db, given: Given<"numbers">) =>
  db
    .select()
    .from(reminders)
    .where(and(ofTickets(reminders.ticket, given("numbers")), eq(reminders.status, "planned"))),
);

/**
 * Makes the planned rows of tickets equal their plans. New steps are added, moved steps move, settled steps are
 * settled, and the rest end as `gone`. The caller must hold the tickets' locks.
 */
export const syncReminders = async (tx: Tx, all: readonly ReminderUpdate[], now: Instant): Promise<void> => {
  if (all.length === 0) return;
  const numbers = all.map(({ ticket }) => ticket);
  const planned = Map.groupBy(await plannedOf(tx, { numbers: numbersOf(numbers) }), (row) => row.ticket);
  const changed = all.flatMap((each) => changes(planned.get(each.ticket) ?? [], each, now));
  if (changed.length === 0) return;
  await tx
    .insert(reminders)
    .select(rowsToInsert(reminders, changed))
    .onConflictDoUpdate({
      target: [reminders.ticket, reminders.clock, reminders.cycle, reminders.target, reminders.step],
      set: { at: sql`excluded.at`, status: sql`excluded.status`, settledAt: sql`excluded.settled_at` },
    });
};

type Row = typeof reminders.$inferSelect;

const changes = (
  planned: readonly Row[],
  { ticket, plan, settled, otherwise }: ReminderUpdate,
  now: Instant,
): readonly Row[] => {
  const wanted = new Map(plan.map((each) => [keyOf(each), each]));
  const justSettled = new Map(settled.map(({ key, status }) => [keyOf(key), status]));
  const ended = planned.flatMap((row): readonly Row[] => {
    const status = justSettled.get(keyOf(row)) ?? (wanted.has(keyOf(row)) ? null : otherwise);
    return status === null ? [] : [{ ...row, status, settledAt: status === "sending" ? null : now }];
  });
  const at = new Map(planned.map((row) => [keyOf(row), row.at]));
  const fresh = plan.filter((each) => at.get(keyOf(each)) !== each.at);
  return [...ended, ...fresh.map((each): Row => ({ ...each, ticket, status: "planned", settledAt: null }))];
};

/**
 * Changes the status of decided steps. A step in none of the `from` states stays. The rows are always locked in the
 * same order, because two messages may be about the same steps.
 */
export const setReminderStatus = async (
  db: Tx,
  {
    steps,
    from,
    to,
    now,
  }: {
    readonly steps: readonly { readonly ticket: number; readonly key: ReminderKey }[];
    readonly from: readonly ReminderStatus[];
    readonly to: ReminderStatus;
    readonly now: Instant;
  },
): Promise<void> => {
  if (steps.length === 0) return;
  const these = and(or(...steps.map(({ ticket, key }) => isKey(ticket, key))), inArray(reminders.status, [...from]));
  if (steps.length > 1)
    await db
      .select({ ticket: reminders.ticket })
      .from(reminders)
      .where(these)
      .orderBy(reminders.ticket, reminders.clock, reminders.cycle, reminders.target, reminders.step)
      .for("update");
  await db.update(reminders).set({ status: to, settledAt: now }).where(these);
};

/** Returns whether a person was notified of a step. */
export const wasStepDelivered = async (db: Database, ticket: number, key: ReminderKey): Promise<boolean> => {
  const rows = await db
    .select({ ticket: reminders.ticket })
    .from(reminders)
    .where(and(isKey(ticket, key), inArray(reminders.status, ["sent", "fallbackTaken"])));
  return rows.length > 0;
};

export const isStepDue = (now: Instant | Placeholder) => and(eq(reminders.status, "planned"), lte(reminders.at, now));

const dueSteps = builtOnce((db, given: Given<"now" | "limit">) =>
  db
    .select({ ticket: reminders.ticket, clock: reminders.clock, cycle: reminders.cycle })
    .from(reminders)
    .where(isStepDue(given("now")))
    .orderBy(asc(reminders.at))
    .limit(given("limit")),
);

const nextStep = builtOnce((db) =>
  db
    .select({ at: min(reminders.at) })
    .from(reminders)
    .where(eq(reminders.status, "planned")),
);

/** Returns clocks with a due step, longest due first. It takes no lock, because the ticket's lock comes first. */
export const dueReminders = async (
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly { ticket: number; clock: ClockKind; cycle: number }[]> => {
  const rows = await dueSteps(db, { now: fromInstant(now), limit });
  return [...new Map(rows.map((row) => [`${row.ticket} ${row.clock} ${row.cycle}`, row])).values()];
};

/** When the next planned step is due; null if none is planned. */
export const nextReminderAt = async (db: Database): Promise<Instant | null> => {
  const [row] = await nextStep(db, {});
  return row?.at ?? null;
};

/** A step that reached no recipient yet, with the ticket's current clocks; null where they cannot be read. */
export interface UnreachedStep {
  readonly ticket: number;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly step: number;
  readonly at: Instant;
  readonly clocks: readonly Clock[] | null;
}

/** The first unreached steps on this condition, oldest first. */
const unreachedSteps = async (
  db: Database,
  condition: SQL | undefined,
  limit: number,
): Promise<readonly UnreachedStep[]> => {
  const rows = await db
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
    .where(condition)
    .orderBy(asc(reminders.at))
    .limit(limit);
  return rows.map((row) => ({ ...row, clocks: readOrNull(clocksJson, row.clocks) }));
};

/** Steps of open tickets that reached no recipient, oldest first. */
export const failedReminders = (db: Database, limit: number): Promise<readonly UnreachedStep[]> =>
  unreachedSteps(db, and(eq(reminders.status, "failed"), ne(tickets.status, "resolved")), limit);

const notice = sql`${outbox.message}->'notice'`;

/**
 * Steps that are still being tried and were planned and owed before `since`. They are found through the waiting
 * messages, because these are few and steps are many.
 */
export const lingeringReminders = (db: Database, since: Instant, limit: number): Promise<readonly UnreachedStep[]> =>
  unreachedSteps(
    db,
    and(
      eq(reminders.status, "sending"),
      lte(reminders.at, since),
      sql`(${reminders.ticket}, ${reminders.clock}, ${reminders.cycle}, ${reminders.target}, ${reminders.step}) in (
          select ${outbox.ticket}, ${notice}->>'clock', (${notice}->>'cycle')::int, (${notice}->>'target')::int,
            (${notice}->>'step')::double precision
          from ${outbox}
          where ${outbox.status} = 'pending' and ${outbox.message}->>'type' = 'reminder'
            and ${outbox.createdAt} <= ${fromInstant(since)})`,
    ),
    limit,
  );

/** Returns every step of a ticket with its status. */
export const readReminders = async (db: Database, ticket: number) =>
  db.select().from(reminders).where(eq(reminders.ticket, ticket)).orderBy(asc(reminders.at), asc(reminders.step));
