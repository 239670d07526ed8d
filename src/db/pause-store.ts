import type { EndedPause } from "../sla/calendar.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { asc, eq } from "./schema/orm.ts";
import { pauses } from "./schema/wait-schema.ts";

/** All ended pauses of a ticket, in order. */
export const readPauses = async (db: Database, ticket: number): Promise<readonly EndedPause[]> => {
  const rows = await db
    .select()
    .from(pauses)
    .where(eq(pauses.ticket, ticket))
    .orderBy(asc(pauses.ticket), asc(pauses.startedAt));
  return rows.map(({ startedAt: from, endedAt: to }) => ({ from, to }));
};

/** Adds pauses that ended. The ticket's lock must be held. */
export const addPauses = async (tx: Tx, ticket: number, ended: readonly EndedPause[]): Promise<void> => {
  if (ended.length > 0)
    await tx.insert(pauses).values(ended.map(({ from: startedAt, to: endedAt }) => ({ ticket, startedAt, endedAt })));
};
