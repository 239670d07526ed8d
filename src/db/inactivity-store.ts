import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { asc, lte } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";

/** A ticket whose next inactivity step (a follow-up or auto-close) is due. */
export const isSilent = (now: Instant) => lte(tickets.tendAt, now);

/** Returns tickets whose next inactivity step is due, longest due first. */
export const dueSilences = async (db: Database, now: Instant, limit: number): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(isSilent(now))
    .orderBy(asc(tickets.tendAt))
    .limit(limit);
  return rows.map(({ number }) => number);
};
