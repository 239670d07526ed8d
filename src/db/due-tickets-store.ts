import type { Placeholder } from "drizzle-orm";
import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { pendingRepliesJson } from "../stored/ticket-json.ts";
import { readOrNull } from "../stored/versioned-json.ts";
import { and, asc, eq, gt, lte, min } from "./schema/orm.ts";
import { reminders, tickets } from "./schema/schema.ts";
import { unticketed } from "./schema/unticketed-schema.ts";
import { nextReportAfter } from "./staff-reports/report-time-store.ts";

/** A ticket whose next inactivity step (a follow-up or auto-close) is due. */
export const isInactivityDue = (now: Instant | Placeholder) => lte(tickets.inactivityDueAt, now);

/** Returns tickets whose next inactivity step is due, longest due first. */
export const dueInactivity = async (db: Database, now: Instant, limit: number): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(isInactivityDue(now))
    .orderBy(asc(tickets.inactivityDueAt))
    .limit(limit);
  return rows.map(({ number }) => number);
};

/** A ticket with a pending reply whose undo window is over. */
export const hasReplyDue = (now: Instant | Placeholder) => lte(tickets.releaseAt, now);

/**
 * Returns the last pending reply of each ticket whose undo window is over. Earlier ones of the ticket are sent with it.
 * Takes no lock.
 */
export const dueReplies = async (
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly { ticket: number; reply: number }[]> => {
  const rows = await db
    .select({ ticket: tickets.number, pending: tickets.pendingReplies })
    .from(tickets)
    .where(hasReplyDue(now))
    .orderBy(asc(tickets.releaseAt))
    .limit(limit);
  return rows.flatMap(({ ticket, pending }) => {
    const replies = readOrNull(pendingRepliesJson, pending);
    // The command about an unreadable ticket fails, and so the ticket is reported. No reply has the number 0.
    if (replies === null) return [{ ticket, reply: 0 }];
    const last = replies.findLast(({ until }) => until <= now);
    return last === undefined ? [] : [{ ticket, reply: last.id }];
  });
};

/**
 * Makes a ticket's due replies due again only at `until`, because they failed. So they hold up no other ticket. Does
 * nothing if another process has released them.
 */
export const postponeReplies = async (db: Database, number: number, now: Instant, until: Instant): Promise<void> => {
  await db
    .update(tickets)
    .set({ releaseAt: until })
    .where(and(eq(tickets.number, number), hasReplyDue(now)));
};

/** The same for the ticket's next inactivity step. */
export const postponeInactivity = async (db: Database, number: number, now: Instant, until: Instant): Promise<void> => {
  await db
    .update(tickets)
    .set({ inactivityDueAt: until })
    .where(and(eq(tickets.number, number), isInactivityDue(now)));
};

/** When the next pending reply is sent; null if there is none. */
export const nextReplyAt = async (db: Database): Promise<Instant | null> => {
  const [row] = await db.select({ at: min(tickets.releaseAt) }).from(tickets);
  return row?.at ?? null;
};

/**
 * Returns the first moment after `after` at which a reminder, a pending reply, an inactivity step, a message without a ticket or a
 * report is due; else null.
 */
export const nextDueAfter = async (db: Database, after: Instant): Promise<Instant | null> => {
  const [reminder] = await db
    .select({ at: min(reminders.at) })
    .from(reminders)
    .where(and(eq(reminders.status, "planned"), gt(reminders.at, after)));
  const [reply] = await db
    .select({ at: min(tickets.releaseAt) })
    .from(tickets)
    .where(gt(tickets.releaseAt, after));
  const [inactivity] = await db
    .select({ at: min(tickets.inactivityDueAt) })
    .from(tickets)
    .where(gt(tickets.inactivityDueAt, after));
  const [message] = await db
    .select({ at: min(unticketed.dueAt) })
    .from(unticketed)
    .where(gt(unticketed.dueAt, after));
  const report = await nextReportAfter(db, after);
  const moments = [reminder?.at, reply?.at, inactivity?.at, message?.at, report].filter(
    (each) => typeof each === "number",
  );
  return moments.length === 0 ? null : Math.min(...moments);
};
