import type { Instant } from "../../sla/instant.ts";
import type { CardRow } from "../../db/delivery/card-row.ts";
import { placeCard, readCardsOf } from "../../db/delivery/card-store.ts";
import type { Database, DatabaseHandle, Tx } from "../../db/connection/handle.ts";
import { releaseCards, isCollected, lockCollected } from "../../db/collected-store.ts";
import { addToOutbox } from "../../db/delivery/outbox-store.ts";
import { dropWaiting, moveWaiting, retireCard } from "../../db/staff-channels-store.ts";
import { lockFreeTickets, readTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { ChannelRef } from "../refs.ts";
import { techChannelsFor } from "../routes/team.ts";
import { isWithTech, type Ticket } from "../ticket.ts";
import { joinCollected } from "./collect-strangers.ts";
import type { DeskCache } from "./desk-cache.ts";

/** For one side: channels without a card, and cards in channels that the desk no longer uses. */
interface ChannelChange {
  readonly side: "triage" | "tech";
  readonly wanted: readonly ChannelRef[];
  readonly missing: readonly ChannelRef[];
  readonly stale: readonly CardRow[];
}

const isIn = ({ place }: CardRow, channels: readonly ChannelRef[]): boolean =>
  place.kind === "channel" && channels.includes(place.channel);

const differences = (ticket: Ticket, cards: readonly CardRow[], desk: Desk): readonly ChannelChange[] =>
  (["triage", "tech"] as const).flatMap((side) => {
    const wanted = side === "triage" ? desk.channels.triage : techChannelsFor(ticket, desk);
    const own = cards.filter((card) => card.side === side);
    const stale = own.filter((card) => !isIn(card, wanted));
    const isWanted = side === "triage" || isWithTech(ticket);
    const missing = isWanted ? wanted.filter((channel) => !own.some((card) => isIn(card, [channel]))) : [];
    // If the desk names no channel, a card stays where it is.
    return wanted.length === 0 || missing.length + stale.length === 0 ? [] : [{ side, wanted, missing, stale }];
  });

/** Whether the desk wants the staff cards of a ticket in other channels than they are in. */
export const haveCardsElsewhere = (ticket: Ticket, cards: readonly CardRow[], desk: Desk): boolean =>
  differences(ticket, cards, desk).length > 0;

/** Of these tickets, those whose staff cards stand elsewhere. A ticket that cannot be read has no card to move. */
export const ticketsElsewhere = async (
  db: Database,
  desk: Desk,
  numbers: readonly number[],
): Promise<readonly number[]> => {
  const tickets = await readTickets(db, numbers);
  const cards = Map.groupBy(await readCardsOf(db, numbers), ({ ticket }) => ticket);
  return numbers.filter((number) => {
    const ticket = tickets.get(number);
    return (
      ticket !== undefined &&
      ticket.status !== "unreadable" &&
      haveCardsElsewhere(ticket, cards.get(number) ?? [], desk)
    );
  });
};

/**
 * Moves the staff cards of a ticket into the channels that the desk names now. Unsent messages of a replaced channel go
 * to the new one, and the old card links to the new place. The caller must hold the ticket's lock. Repeating it changes
 * nothing.
 */
export const moveCards = async (
  tx: Tx,
  {
    ticket,
    cards,
    desk,
    now,
  }: { readonly ticket: Ticket; readonly cards: readonly CardRow[]; readonly desk: Desk; readonly now: Instant },
): Promise<void> => {
  for (const { side, wanted, missing, stale } of differences(ticket, cards, desk)) {
    // A ticket that was collected in the old channel is collected in the new one too.
    const isWaiting = side === "triage" && (await isCollected(tx, ticket.number));
    if (isWaiting) {
      await lockCollected(tx);
      await releaseCards(
        tx,
        stale.map(({ id }) => id),
      );
    }
    const placed: number[] = [];
    for (const channel of missing) {
      const card = await placeCard(tx, {
        ticket: ticket.number,
        side,
        place: { kind: "channel", channel },
        wanted: ticket.version,
        now,
      });
      if (isWaiting) await joinCollected(tx, { card, ticket: ticket.number, channel }, now);
      placed.push(card);
    }
    // A card that remains already has its own copies of these messages.
    const [heir] = missing.length === wanted.length ? placed : [];
    for (const card of stale) {
      await retireCard(tx, card, now);
      if (heir === undefined) await dropWaiting(tx, ticket.number, card.id, now);
      else await moveWaiting(tx, ticket.number, { from: card.id, to: heir }, now);
      if (card.ref === null && card.lease === null) continue;
      const key = `moved card ${card.id} ${now}`;
      const message = { type: "cardMoved", to: wanted } as const;
      const target = { kind: "card", card: card.id } as const;
      await addToOutbox(tx, [{ key, ticket: ticket.number, target, message, lane: key, urgency: 2 }], now);
    }
  }
};

/**
 * Moves the cards of these tickets, except tickets that another process has locked. Returns the number of changed
 * tickets.
 */
export const followChannelsOf = (
  { db }: DatabaseHandle,
  cache: DeskCache,
  numbers: readonly number[],
  now: Instant,
): Promise<number> =>
  db.transaction(async (tx) => {
    const locked = await lockFreeTickets(tx, numbers);
    const desk = await cache.read(tx);
    const cardsByTicket = Map.groupBy(await readCardsOf(tx, [...locked.keys()]), (card) => card.ticket);
    let changed = 0;
    for (const [number, ticket] of locked) {
      if (ticket.status === "unreadable") continue;
      const cards = cardsByTicket.get(number) ?? [];
      if (!haveCardsElsewhere(ticket, cards, desk)) continue;
      await moveCards(tx, { ticket, cards, desk, now });
      changed += 1;
    }
    return changed;
  });
