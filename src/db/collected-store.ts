import { cards } from "./schema/delivery-schema.ts";
import type { Instant } from "../sla/instant.ts";
import type { MessageRef } from "../chat/card.ts";
import { cardPlaceJson, cardRefJson } from "../stored/delivery-json.ts";
import { readOrNull } from "../stored/versioned-json.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import { collected } from "./schema/collected-schema.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "./schema/orm.ts";
import { lockedInOrder, ofTickets } from "./many-values.ts";

/** The number of the advisory lock. No other lock of the database may use it. */
const COLLECTED_LOCK = 4_203_042;

/**
 * Lets one transaction at a time change collected messages. Otherwise two processes could begin two messages in one
 * channel, or deadlock. A ticket's lock is always taken before this one.
 */
export const lockCollected = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${COLLECTED_LOCK})`);
};

/** Returns whether a ticket waits in a collected message. */
export const isCollected = async (db: Database, ticket: number): Promise<boolean> => {
  const rows = await db.select({ card: collected.card }).from(collected).where(eq(collected.ticket, ticket)).limit(1);
  return rows.length > 0;
};

/** Returns the newest collected message of a channel if it was begun after `since`; else null. */
const cardToJoin = async (tx: Tx, channel: ChannelRef, since: Instant): Promise<number | null> => {
  const [newest] = await tx
    .select({ id: cards.id, begun: cards.notBefore })
    .from(collected)
    .innerJoin(cards, eq(cards.id, collected.collectedCard))
    .where(eq(collected.channel, channel))
    .orderBy(desc(collected.channel), desc(collected.collectedCard))
    .limit(1);
  return newest === undefined || newest.begun <= since ? null : newest.id;
};

/** Begins a collected message in a channel. Its row names the first ticket in it. */
const beginCollectedCard = async (tx: Tx, ticket: number, channel: ChannelRef, now: Instant): Promise<number> => {
  const place = cardPlaceJson.write({ kind: "channel", channel });
  const [row] = await tx
    .insert(cards)
    .values({ ticket, side: "collected", place, wanted: 1, notBefore: now })
    .onConflictDoUpdate({
      target: [cards.ticket, cards.side, cards.place],
      set: { wanted: sql`${cards.wanted} + 1`, goneAt: null },
    })
    .returning({ id: cards.id });
  if (row === undefined) throw new Error("the collected card was not stored");
  return row.id;
};

/** Marks collected messages as changed, so that their cards are edited. */
const touchCollectedCards = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .update(cards)
    .set({ wanted: sql`${cards.wanted} + 1` })
    .where(lockedInOrder(tx, cards, inArray(cards.id, [...new Set(ids)])));
};

/**
 * Puts a triage card that is not posted yet into its channel's collected message. A message begun before `since` takes
 * no more. The caller must hold the lock of collected messages.
 */
export const collectCard = async (
  tx: Tx,
  { card, ticket, channel }: { readonly card: number; readonly ticket: number; readonly channel: ChannelRef },
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<void> => {
  const collectedCard = (await cardToJoin(tx, channel, since)) ?? (await beginCollectedCard(tx, ticket, channel, now));
  const joined = await tx
    .insert(collected)
    .values({ card, ticket, channel, collectedCard })
    .onConflictDoNothing()
    .returning();
  if (joined.length === 0) return;
  // The worker that posts cards skips a card that shows its wanted version.
  await tx
    .update(cards)
    .set({ shown: sql`${cards.wanted}` })
    .where(and(eq(cards.id, card), isNull(cards.ref)));
  await touchCollectedCards(tx, [collectedCard]);
};

/** Removes triage cards from their collected messages without posting them. The caller must hold the lock. */
export const releaseCards = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  const left = await tx
    .delete(collected)
    .where(inArray(collected.card, [...ids]))
    .returning({ collectedCard: collected.collectedCard });
  await touchCollectedCards(
    tx,
    left.map(({ collectedCard }) => collectedCard),
  );
};

/**
 * Removes tickets from their collected messages, so that their triage cards are posted. Returns the number of cards.
 */
export const releaseCollected = async (tx: Tx, numbers: readonly number[], now: Instant): Promise<number> => {
  if (numbers.length === 0) return 0;
  const found = await tx.select({ card: collected.card }).from(collected).where(ofTickets(collected.ticket, numbers));
  if (found.length === 0) return 0;
  await lockCollected(tx);
  const left = await tx
    .delete(collected)
    .where(ofTickets(collected.ticket, numbers))
    .returning({ card: collected.card, collectedCard: collected.collectedCard });
  const ids = left.map(({ card }) => card);
  await tx
    .update(cards)
    .set({ shown: 0, notBefore: now })
    .where(lockedInOrder(tx, cards, and(inArray(cards.id, ids), isNull(cards.ref), isNull(cards.goneAt))));
  await touchCollectedCards(
    tx,
    left.map(({ collectedCard }) => collectedCard),
  );
  return ids.length;
};

/** Marks the collected messages as changed in which these tickets wait. */
export const touchCollectedOf = async (tx: Tx, numbers: readonly number[]): Promise<void> => {
  if (numbers.length === 0) return;
  const found = await tx
    .select({ collectedCard: collected.collectedCard })
    .from(collected)
    .where(ofTickets(collected.ticket, numbers));
  if (found.length === 0) return;
  await lockCollected(tx);
  await touchCollectedCards(
    tx,
    found.map(({ collectedCard }) => collectedCard),
  );
};

/** What a collected message shows: its first tickets by number, how many there are, and the last one. */
export interface CollectedTickets {
  readonly numbers: readonly number[];
  readonly total: number;
  readonly last: number | null;
}

export const readCollected = async (db: Database, collectedCard: number, most: number): Promise<CollectedTickets> => {
  const inCard = eq(collected.collectedCard, collectedCard);
  const rows = await db
    .select({ ticket: collected.ticket })
    .from(collected)
    .where(inCard)
    .orderBy(asc(collected.collectedCard), asc(collected.ticket))
    .limit(most);
  const [all] = await db
    .select({ total: sql<number>`count(*)::int`, last: sql<number | null>`max(${collected.ticket})` })
    .from(collected)
    .where(inCard);
  return { numbers: rows.map(({ ticket }) => ticket), total: all?.total ?? 0, last: all?.last ?? null };
};

/** Returns the posted collected messages in which these tickets wait, by ticket. */
export const collectedPlaces = async (
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, MessageRef>> => {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({ ticket: collected.ticket, ref: cards.ref })
    .from(collected)
    .innerJoin(cards, eq(cards.id, collected.collectedCard))
    .where(ofTickets(collected.ticket, numbers));
  return new Map(
    rows.flatMap(({ ticket, ref }) => {
      const place = ref === null ? null : readOrNull(cardRefJson, ref);
      return place === null ? [] : [[ticket, place] as const];
    }),
  );
};

/** Requests one more edit of every collected message. So a deleted one is noticed and posted again. */
export const showCollectedAgain = async (db: Database): Promise<void> => {
  await db
    .update(cards)
    .set({ shown: sql`${cards.wanted} - 1` })
    .where(
      lockedInOrder(
        db,
        cards,
        and(
          inArray(cards.id, db.selectDistinct({ collectedCard: collected.collectedCard }).from(collected)),
          isNotNull(cards.ref),
          eq(cards.shown, cards.wanted),
        ),
      ),
    );
};
