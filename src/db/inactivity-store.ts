import type { Instant } from "../sla/instant.ts";

import type { Database } from "./connection/handle.ts";
import { asc, lte } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";

/** A ticket whose customer has been silent for so long that the desk has something to do. */
export const isSilent = (now: Instant) => lte(tickets.tendAt, now);

/** Tickets whose customer has been silent for so long that the desk has something to do, longest due first. */
export const dueSilences = async (db: Database, now: Instant, limit: number): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(isSilent(now))
    .orderBy(asc(tickets.tendAt))
    .limit(limit);
  return rows.map(({ number }) => number);
};
