import { cards } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, Place } from "../../tickets/refs.ts";
import { collected } from "../schema/collected-schema.ts";
import { builtOnce, type Given } from "../connection/built-once.ts";
import type { Database, Tx } from "../connection/handle.ts";
import type { Lease } from "./lease.ts";
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "../schema/orm.ts";
import type { TicketSide } from "../schema/rows.ts";
import { cardRoots } from "../schema/thread-schema.ts";
import { lockedInOrder, numbersOf, ofTickets } from "../many-values.ts";
import { cardPlaceJson, cardRefJson } from "../../stored/delivery-json.ts";
import { asCardRow, asStoredCard, isReadableCard, type CardRow } from "./card-row.ts";

/** Creates a card in a place, or reuses the one that is there. Returns its id. */
export const placeCard = async (
  tx: Tx,
  {
    ticket,
    side,
    place,
    wanted,
    now,
  }: {
    readonly ticket: number;
    readonly side: TicketSide;
    readonly place: Place;
    readonly wanted: number;
    readonly now: Instant;
  },
): Promise<number> => {
  const [row] = await tx
    .insert(cards)
    .values({ ticket, side, place: cardPlaceJson.write(place), wanted, notBefore: now })
    .onConflictDoUpdate({
      target: [cards.ticket, cards.side, cards.place],
      set: {
        wanted,
        // A card that was retired may show that. It is edited, so that it shows the ticket again.
        shown: sql`case when ${cards.goneAt} is null then ${cards.shown} else least(${cards.shown}, ${wanted} - 1) end`,
        goneAt: null,
        why: null,
      },
    })
    .returning({ id: cards.id });
  if (row === undefined) throw new Error("the card was not stored");
  return row.id;
};

/**
 * Sets the wanted version of the tickets' cards. The card of a collected ticket is posted when the ticket is released.
 */
export const wantCards = async (tx: Tx, versions: ReadonlyMap<number, number>): Promise<void> => {
  if (versions.size === 0) return;
  const asked = JSON.stringify([...versions].map(([ticket, version]) => ({ ticket, version })));
  await tx.execute(
    // The rows are locked in the order of their ids, as in `lockedInOrder`.
    sql`update ${cards} set wanted = behind.version
      from (select ${cards.id}, asked.version
        from ${cards} join jsonb_to_recordset(${asked}::text::jsonb) as asked (ticket int, version int)
          on ${cards.ticket} = asked.ticket
        where ${cards.goneAt} is null and ${cards.wanted} < asked.version and ${cards.side} <> 'collected'
          and not exists (select 1 from ${collected} where ${collected.card} = ${cards.id})
        order by ${cards.id} for update of cards) as behind
      where ${cards.id} = behind.id`,
  );
};

const cardsOfTickets = builtOnce((db, given: Given<"numbers">) =>
  db
    .select()
    .from(cards)
    .where(and(ofTickets(cards.ticket, given("numbers")), isNull(cards.goneAt)))
    .orderBy(asc(cards.id)),
);

/** The cards of a ticket that are not retired and can be read. */
export const readCards = (db: Database, ticket: number): Promise<readonly CardRow[]> => readCardsOf(db, [ticket]);

/** The cards of these tickets that are not retired and can be read. The worker that posts cards reports the others. */
export const readCardsOf = async (db: Database, numbers: readonly number[]): Promise<readonly CardRow[]> => {
  if (numbers.length === 0) return [];
  const rows = await cardsOfTickets(db, { numbers: numbersOf(numbers) });
  return rows.map(asStoredCard).filter(isReadableCard);
};

/** Throws UnreadableJson. */
export const readCard = async (db: Database, id: number): Promise<CardRow | null> => {
  const [row] = await db.select().from(cards).where(eq(cards.id, id));
  return row === undefined ? null : asCardRow(row);
};

type TicketThread = { readonly ticket: number; readonly side: TicketSide };

/** Returns the ticket and the side of a thread; null if the message is no card of a single ticket. */
export const cardOfMessage = async (
  db: Database,
  channel: ChannelRef,
  message: string,
): Promise<TicketThread | null> => {
  const [row] = await db
    .select({ ticket: cards.ticket, side: cards.side })
    .from(cards)
    .where(and(eq(cards.refChannel, channel), eq(cards.refMessage, message)));
  return row === undefined ? formerCard(db, channel, message) : ofOneTicket(row);
};

const formerCard = async (db: Database, channel: ChannelRef, message: string): Promise<TicketThread | null> => {
  const [row] = await db
    .select({ ticket: cards.ticket, side: cards.side })
    .from(cardRoots)
    .innerJoin(cards, eq(cards.id, cardRoots.card))
    .where(and(eq(cardRoots.channel, channel), eq(cardRoots.message, message)));
  return row === undefined ? null : ofOneTicket(row);
};

/** The thread below a collected message belongs to none of its tickets. */
const ofOneTicket = ({ ticket, side }: Pick<CardRow, "ticket" | "side">): TicketThread | null =>
  side === "collected" ? null : { ticket, side };

/** Remembers the message of a card that is gone, because people may still write in its thread. */
export const saveRoot = async (db: Database, { id, ref }: Pick<CardRow, "id" | "ref">): Promise<void> => {
  if (ref === null) return;
  await db.insert(cardRoots).values({ channel: ref.channel, message: ref.id, card: id }).onConflictDoNothing();
};

/** Extends a lease. False if another process has the card now: then stop. */
export const extendCardLease = async (db: Database, id: number, lease: Lease): Promise<boolean> => {
  const rows = await db
    .update(cards)
    .set({ leasedUntil: lease.until })
    .where(and(eq(cards.id, id), eq(cards.lease, lease.token)))
    .returning({ id: cards.id });
  return rows.length > 0;
};

type Outcome = Partial<
  Pick<CardRow, "shown" | "ref" | "attemptedAt" | "tries" | "notBefore" | "goneAt" | "why" | "generation">
>;

/** Writes an outcome and ends the lease. False if the lease was lost: then nothing was written. */
export const settleCard = async (db: Database, id: number, token: string, outcome: Outcome): Promise<boolean> => {
  const { ref, ...others } = outcome;
  const refs =
    ref === undefined
      ? {}
      : {
          ref: cardRefJson.write(ref),
          refChannel: ref?.channel ?? null,
          refMessage: ref?.thread ?? ref?.id ?? null,
        };
  const rows = await db
    .update(cards)
    .set({ ...others, ...refs, lease: null, leasedUntil: null })
    .where(and(eq(cards.id, id), eq(cards.lease, token)))
    .returning({ id: cards.id });
  return rows.length > 0;
};

/** Retires the conversation's cards except the one to keep. Returns their ids. */
export const retireConversation = async (
  tx: Tx,
  {
    ticket,
    keep,
    why,
    now,
  }: { readonly ticket: number; readonly keep: number; readonly why: string; readonly now: Instant },
): Promise<readonly number[]> => {
  const rows = await tx
    .select({ id: cards.id })
    .from(cards)
    .where(and(eq(cards.ticket, ticket), eq(cards.side, "conversation")));
  const old = rows.map((row) => row.id).filter((id) => id !== keep);
  if (old.length > 0)
    await tx
      .update(cards)
      .set({ goneAt: now, why })
      .where(lockedInOrder(tx, cards, inArray(cards.id, old)));
  return old;
};

/** Staff cards that could not be posted so far, for the operator. At most 20. */
export const readUnpostedCards = (db: Database) =>
  db
    .select({ ticket: cards.ticket, why: cards.why })
    .from(cards)
    .where(and(ne(cards.side, "conversation"), isNull(cards.ref), isNotNull(cards.why), isNull(cards.goneAt)))
    .orderBy(asc(cards.id))
    .limit(20);

/** Requests one more edit of the staff cards, because a message that they link to is posted now. */
export const showAgain = async (db: Database, ticket: number): Promise<void> => {
  await db
    .update(cards)
    .set({ shown: sql`${cards.wanted} - 1` })
    .where(
      lockedInOrder(
        db,
        cards,
        and(
          eq(cards.ticket, ticket),
          ne(cards.side, "conversation"),
          isNotNull(cards.ref),
          eq(cards.shown, cards.wanted),
        ),
      ),
    );
};
