import type { Event } from "../domain/messages.ts";
import type { Database, Tx } from "./handle.ts";
import { asc, eq } from "./orm.ts";
import { manyRows } from "./many-rows.ts";
import { events } from "./schema.ts";

/** Appends facts in order and returns their ids, which key what follows from them. */
export const appendEvents = async (
  tx: Tx,
  facts: readonly { readonly ticket: number; readonly event: Event }[],
): Promise<readonly number[]> => {
  if (facts.length === 0) return [];
  const rows = await tx
    .insert(events)
    .select(
      manyRows(
        events,
        facts.map(({ ticket, event }) => ({ ticket, type: event.type, at: event.at, body: event })),
      ),
    )
    .returning({ id: events.id });
  return rows.map((row) => row.id);
};

/** Everything that happened to a ticket, oldest first. */
export const readEvents = async (db: Database, ticket: number): Promise<readonly Event[]> => {
  const rows = await db
    .select({ body: events.body })
    .from(events)
    .where(eq(events.ticket, ticket))
    .orderBy(asc(events.id));
  return rows.map((row) => row.body);
};
