import type { Event } from "../domain/messages.ts";
import type { ChannelRef, MessageKey } from "../domain/refs.ts";
import type { Database, Tx } from "./handle.ts";
import { manyRows } from "./many-rows.ts";
import { and, asc, eq, inArray, sql } from "./orm.ts";
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

const tellsOf = (channel: ChannelRef, id: string) =>
  and(
    sql`${events.body}->'message' is not null`,
    sql`${events.body}->'message'->>'id' = ${id}`,
    sql`${events.body}->'message'->>'channel' = ${channel}`,
  );

/** The ticket in one of whose threads this message was heard; null where it was not. */
export const ticketOfMessage = async (db: Database, { channel, id }: MessageKey): Promise<number | null> => {
  const [row] = await db
    .select({ ticket: events.ticket })
    .from(events)
    .where(and(tellsOf(channel, id), inArray(events.type, ["heard", "replied", "noted"])));
  return row?.ticket ?? null;
};

/** The facts say no longer what was in a message that was taken back. */
export const wipeWords = async (tx: Tx, { channel, id }: MessageKey): Promise<void> => {
  await tx
    .update(events)
    .set({ body: sql`jsonb_set(${events.body}, '{text}', '""', false) - 'files'` })
    .where(tellsOf(channel, id));
};
