import { cards } from "./schema/delivery-schema.ts";
import type { Instant } from "../sla/instant.ts";
import type { MessageRef } from "../chat/card.ts";
import type { ChannelRef, Place } from "../tickets/refs.ts";
import { collected } from "./schema/collected-schema.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "./schema/orm.ts";
import { ofTickets } from "./where-tickets.ts";

/** Any number that no other lock of the database has. */
const LINES_LOCK = 4_203_042;

/**
 * Lets one transaction at a time change collected messages, until it ends: two processes must not begin two messages in one
 * channel, nor wait for each other's. A ticket's lock is always taken before this one.
 */
export const lockLines = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${LINES_LOCK})`);
};

/** Whether a ticket waits in a collected message. */
export const isCollected = async (db: Database, ticket: number): Promise<boolean> => {
  const rows = await db.select({ card: collected.card }).from(collected).where(eq(collected.ticket, ticket)).limit(1);
  return rows.length > 0;
};

/** The newest line of a channel in which tickets wait, where it was begun after `since`; else null. */
const lineToJoin = async (tx: Tx, channel: ChannelRef, since: Instant): Promise<number | null> => {
  const [newest] = await tx
    .select({ id: cards.id, begun: cards.notBefore })
    .from(collected)
    .innerJoin(cards, eq(cards.id, collected.line))
    .where(eq(collected.channel, channel))
    .orderBy(desc(collected.channel), desc(collected.line))
    .limit(1);
  return newest === undefined || newest.begun <= since ? null : newest.id;
};

/** Begins a line in a channel. Its row names the first ticket in it. */
const beginLine = async (tx: Tx, ticket: number, channel: ChannelRef, now: Instant): Promise<number> => {
  const place: Place = { kind: "channel", channel };
  const [row] = await tx
    .insert(cards)
    .values({ ticket, side: "collected", place, wanted: 1, notBefore: now })
    .onConflictDoUpdate({
      target: [cards.ticket, cards.side, cards.place],
      set: { wanted: sql`${cards.wanted} + 1`, goneAt: null },
    })
    .returning({ id: cards.id });
  if (row === undefined) throw new Error("the collected line was not stored");
  return row.id;
};

/** These lines show something else now. */
const changeLines = async (tx: Tx, lines: readonly number[]): Promise<void> => {
  if (lines.length === 0) return;
  await tx
    .update(cards)
    .set({ wanted: sql`${cards.wanted} + 1` })
    .where(inArray(cards.id, [...new Set(lines)]));
};

/**
 * Takes a triage card that is not posted yet into the line of its channel. A line begun before `since` takes no more. The lines
 * must be locked.
 */
export const joinLine = async (
  tx: Tx,
  { card, ticket, channel }: { readonly card: number; readonly ticket: number; readonly channel: ChannelRef },
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<void> => {
  const line = (await lineToJoin(tx, channel, since)) ?? (await beginLine(tx, ticket, channel, now));
  const joined = await tx.insert(collected).values({ card, ticket, channel, line }).onConflictDoNothing().returning();
  if (joined.length === 0) return;
  // A card that shows what it should show is left alone by the worker that posts cards.
  await tx
    .update(cards)
    .set({ shown: sql`${cards.wanted}` })
    .where(and(eq(cards.id, card), isNull(cards.ref)));
  await changeLines(tx, [line]);
};

/** These triage cards wait in no line any more; they are not posted either. The lines must be locked. */
export const dropFromLines = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  const left = await tx
    .delete(collected)
    .where(inArray(collected.card, [...ids]))
    .returning({ line: collected.line });
  await changeLines(
    tx,
    left.map(({ line }) => line),
  );
};

/** These tickets wait in no line any more: their triage cards are posted. Returns how many cards that are. */
export const releaseCollected = async (tx: Tx, numbers: readonly number[], now: Instant): Promise<number> => {
  if (numbers.length === 0) return 0;
  const found = await tx.select({ card: collected.card }).from(collected).where(ofTickets(collected.ticket, numbers));
  if (found.length === 0) return 0;
  await lockLines(tx);
  const left = await tx
    .delete(collected)
    .where(ofTickets(collected.ticket, numbers))
    .returning({ card: collected.card, line: collected.line });
  const ids = left.map(({ card }) => card);
  await tx
    .update(cards)
    .set({ shown: 0, notBefore: now })
    .where(and(inArray(cards.id, ids), isNull(cards.ref), isNull(cards.goneAt)));
  await changeLines(
    tx,
    left.map(({ line }) => line),
  );
  return ids.length;
};

/** What a line shows: its first tickets by number, and how many there are in all, from the first to the last. */
export interface CollectedTickets {
  readonly numbers: readonly number[];
  readonly total: number;
  readonly last: number | null;
}

export const readLine = async (db: Database, line: number, most: number): Promise<CollectedTickets> => {
  const inLine = eq(collected.line, line);
  const rows = await db
    .select({ ticket: collected.ticket })
    .from(collected)
    .where(inLine)
    .orderBy(asc(collected.line), asc(collected.ticket))
    .limit(most);
  const [all] = await db
    .select({ total: sql<number>`count(*)::int`, last: sql<number | null>`max(${collected.ticket})` })
    .from(collected)
    .where(inLine);
  return { numbers: rows.map(({ ticket }) => ticket), total: all?.total ?? 0, last: all?.last ?? null };
};

/** The posted messages in which these tickets wait, by ticket. */
export const collectedPlaces = async (
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, MessageRef>> => {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({ ticket: collected.ticket, ref: cards.ref })
    .from(collected)
    .innerJoin(cards, eq(cards.id, collected.line))
    .where(ofTickets(collected.ticket, numbers));
  return new Map(rows.flatMap(({ ticket, ref }) => (ref === null ? [] : [[ticket, ref] as const])));
};

/** Every collected message in which tickets wait is edited once more, so that one that was deleted is noticed and posted again. */
export const showLinesAgain = async (db: Database): Promise<void> => {
  await db
    .update(cards)
    .set({ shown: sql`${cards.wanted} - 1` })
    .where(
      and(
        inArray(cards.id, db.selectDistinct({ line: collected.line }).from(collected)),
        isNotNull(cards.ref),
        eq(cards.shown, cards.wanted),
      ),
    );
};
