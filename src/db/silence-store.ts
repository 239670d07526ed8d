import type { Instant } from "../domain/refs.ts";
import type { Database } from "./handle.ts";
import { asc, lte } from "./orm.ts";
import { tickets } from "./schema.ts";

/** Tickets whose customer has been silent for so long that the desk has something to do, longest due first. */
export const dueSilences = async (db: Database, now: Instant, limit: number): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(lte(tickets.tendAt, now))
    .orderBy(asc(tickets.tendAt))
    .limit(limit);
  return rows.map(({ number }) => number);
};
