import type { EndedPause } from "../sla/calendar.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { ofTickets } from "./many-values.ts";
import { asc } from "./schema/orm.ts";
import { pauses } from "./schema/wait-schema.ts";

/** All ended pauses of each of these tickets, in order. A ticket without one has no entry. */
export const readPausesOf = async (
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly EndedPause[]>> => {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select()
    .from(pauses)
    .where(ofTickets(pauses.ticket, numbers))
    .orderBy(asc(pauses.ticket), asc(pauses.startedAt));
  const found = new Map<number, EndedPause[]>();
  for (const { ticket, startedAt: from, endedAt: to } of rows) {
    const ended = found.get(ticket) ?? [];
    found.set(ticket, ended);
    ended.push({ from, to });
  }
  return found;
};

/** All ended pauses of a ticket, in order. */
export const readPauses = async (db: Database, ticket: number): Promise<readonly EndedPause[]> =>
  (await readPausesOf(db, [ticket])).get(ticket) ?? [];

/** Adds pauses that ended. The ticket's lock must be held. */
export const addPauses = async (tx: Tx, ticket: number, ended: readonly EndedPause[]): Promise<void> => {
  if (ended.length > 0)
    await tx.insert(pauses).values(ended.map(({ from: startedAt, to: endedAt }) => ({ ticket, startedAt, endedAt })));
};
