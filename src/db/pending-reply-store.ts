import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { asc, lte, min } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";

/** A ticket with a pending reply whose undo window is over. */
export const hasReplyDue = (now: Instant) => lte(tickets.releaseAt, now);

/**
 * Returns the last pending reply of each ticket whose undo window is over. Earlier ones of the ticket are sent with it.
 * Takes no lock.
 */
export const dueReplies = async (
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly { ticket: number; held: number }[]> => {
  const rows = await db
    .select({ ticket: tickets.number, held: tickets.pendingReplies })
    .from(tickets)
    .where(hasReplyDue(now))
    .orderBy(asc(tickets.releaseAt))
    .limit(limit);
  return rows.flatMap(({ ticket, held }) => {
    const last = held.findLast(({ until }) => until <= now);
    return last === undefined ? [] : [{ ticket, held: last.id }];
  });
};

/** When the next pending reply is sent; null if there is none. */
export const nextReplyAt = async (db: Database): Promise<Instant | null> => {
  const [row] = await db.select({ at: min(tickets.releaseAt) }).from(tickets);
  return row?.at ?? null;
};
