import { cards, outbox } from "./schema/delivery-schema.ts";
import type { Instant } from "../sla/instant.ts";
import { deskVersions } from "./schema/desk-schema.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, ne, sql, fromInstant } from "./schema/orm.ts";
import { outboxTargetJson } from "../stored/delivery-json.ts";
import type { CardRow } from "./delivery/card-row.ts";
import { cardBelow } from "./delivery/outbox-store.ts";
import { tickets } from "./schema/schema.ts";

/** Returns the desk in force if cards of open tickets may still be in an earlier desk's channels; else null. */
export const deskToFollow = async (db: Database): Promise<{ version: number; at: Instant } | null> => {
  const [newest] = await db
    .select({ version: deskVersions.version, at: deskVersions.at, cardsFollowedAt: deskVersions.cardsFollowedAt })
    .from(deskVersions)
    .orderBy(desc(deskVersions.version))
    .limit(1);
  return newest === undefined || newest.cardsFollowedAt !== null ? null : { version: newest.version, at: newest.at };
};

/** Records that the cards of all open tickets are in the channels of this version. */
export const markFollowed = async (db: Database, version: number, at: Instant): Promise<void> => {
  await db.update(deskVersions).set({ cardsFollowedAt: at }).where(eq(deskVersions.version, version));
};

/** The position of a walk over the open tickets. */
export interface OpenTicketPlace {
  readonly due: Instant | null;
  readonly number: number;
}

/** Open tickets with a due time come first. Comparing both columns at once lets the index start at the position. */
const comesAfter = (place: OpenTicketPlace | null) => {
  if (place === null) return isNotNull(tickets.nextDue);
  return place.due === null
    ? and(isNull(tickets.nextDue), gt(tickets.number, place.number))
    : sql`(${tickets.nextDue}, ${tickets.number}) > (${fromInstant(place.due)}, ${place.number})`;
};

/**
 * Returns the next open tickets after a position (null: the first), by due time. It reads `limit` tickets, whatever a caller
 * did with those before.
 */
export const walkOpenTickets = async (
  db: Database,
  after: OpenTicketPlace | null,
  limit: number,
): Promise<readonly OpenTicketPlace[]> => {
  const page = (from: OpenTicketPlace | null, most: number) =>
    db
      .select({ number: tickets.number, due: tickets.nextDue })
      .from(tickets)
      .where(and(ne(tickets.status, "resolved"), comesAfter(from)))
      .orderBy(asc(tickets.nextDue), asc(tickets.number))
      .limit(most);
  const rows = await page(after, limit);
  if (rows.length === limit || after?.due === null) return rows;
  return [...rows, ...(await page({ due: null, number: 0 }, limit - rows.length))];
};

/** Returns whether at least `many` cards wait to be posted. */
export const areWaiting = async (db: Database, now: Instant, many: number): Promise<boolean> => {
  const rows = await db
    .select({ id: cards.id })
    .from(cards)
    .where(and(lt(cards.shown, cards.wanted), isNull(cards.goneAt), isNull(cards.ref), lte(cards.notBefore, now)))
    .limit(many);
  return rows.length === many;
};

/** Retires a card. */
export const retireCard = async (tx: Tx, { id }: Pick<CardRow, "id">, now: Instant): Promise<void> => {
  await tx.update(cards).set({ goneAt: now, why: "the card moved to another channel" }).where(eq(cards.id, id));
};

const waitsBelow = (card: number) => and(eq(outbox.status, "pending"), eq(cardBelow, card));

/** Moves messages that wait below a card to another card. Each lane stays separate. */
export const moveWaiting = async (
  tx: Tx,
  ticket: number,
  { from, to }: { readonly from: number; readonly to: number },
  now: Instant,
): Promise<void> => {
  await tx
    .update(outbox)
    .set({
      target: outboxTargetJson.write({ kind: "card", card: to }),
      lane: sql`case ${outbox.lane} when ${`card ${from}`} then ${`card ${to}`}
        when ${`files card ${from}`} then ${`files card ${to}`} else ${outbox.lane} end`,
      notBefore: now,
      tries: 0,
    })
    .where(and(eq(outbox.ticket, ticket), waitsBelow(from)));
};

/** Cancels messages that wait below a card and were sent below other cards. */
export const dropWaiting = async (tx: Tx, ticket: number, card: number, now: Instant): Promise<void> => {
  await tx
    .update(outbox)
    .set({
      status: "cancelled",
      why: "it was sent in another channel",
      settledAt: now,
      lease: null,
      leasedUntil: null,
    })
    .where(and(eq(outbox.ticket, ticket), waitsBelow(card)));
};
