import type { Instant } from "../../sla/instant.ts";
import { placeCard, readCardsOf, type CardRow } from "../../db/delivery/card-store.ts";
import type { DatabaseHandle, Tx } from "../../db/connection/handle.ts";
import { uncollectCards, isCollected, lockCollected } from "../../db/collected-store.ts";
import { oweMessages } from "../../db/delivery/outbox-store.ts";
import { dropWaiting, moveWaiting, retireCard } from "../../db/staff-channels-store.ts";
import { lockFreeTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { ChannelRef } from "../refs.ts";
import { isWithTech, type Ticket } from "../ticket.ts";
import { joinCollected } from "./collect-strangers.ts";
import type { DeskCache } from "./desk-cache.ts";

/** Which cards of one side are missing, and which stand in channels that are the desk's no more. */
interface Difference {
  readonly side: "triage" | "tech";
  readonly wanted: readonly ChannelRef[];
  readonly missing: readonly ChannelRef[];
  readonly stale: readonly CardRow[];
}

const standsIn = ({ place }: CardRow, channels: readonly ChannelRef[]): boolean =>
  place.kind === "channel" && channels.includes(place.channel);

const differences = (ticket: Ticket, principal: readonly CardRow[], desk: Desk): readonly Difference[] =>
  (["triage", "tech"] as const).flatMap((side) => {
    const wanted = desk.channels[side];
    const own = principal.filter((card) => card.side === side);
    const stale = own.filter((card) => !standsIn(card, wanted));
    const isWanted = side === "triage" || isWithTech(ticket);
    const missing = isWanted ? wanted.filter((channel) => !own.some((card) => standsIn(card, [channel]))) : [];
    // Without a channel to go to, a card stays where it is.
    return wanted.length === 0 || missing.length + stale.length === 0 ? [] : [{ side, wanted, missing, stale }];
  });

/** Whether the staff's cards of a ticket stand elsewhere than the desk wants them now. */
export const standsElsewhere = (ticket: Ticket, principal: readonly CardRow[], desk: Desk): boolean =>
  differences(ticket, principal, desk).length > 0;

/**
 * Puts the staff's cards of a ticket into the channels that the desk names now. What waits to be said in a channel that was
 * replaced is said in the new one, and the old card says where the ticket goes on. The ticket's lock must be held. Doing it
 * twice changes nothing.
 */
export const moveCards = async (
  tx: Tx,
  {
    ticket,
    principal,
    desk,
    now,
  }: { readonly ticket: Ticket; readonly principal: readonly CardRow[]; readonly desk: Desk; readonly now: Instant },
): Promise<void> => {
  for (const { side, wanted, missing, stale } of differences(ticket, principal, desk)) {
    // A ticket that waits with others in a channel that was replaced waits with others in the new one.
    const isWaiting = side === "triage" && (await isCollected(tx, ticket.number));
    if (isWaiting) {
      await lockCollected(tx);
      await uncollectCards(
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
    // A card that stood before has copies of its own of what is said.
    const [heir] = missing.length === wanted.length ? placed : [];
    for (const card of stale) {
      await retireCard(tx, card, now);
      if (heir === undefined) await dropWaiting(tx, ticket.number, card.id, now);
      else await moveWaiting(tx, ticket.number, { from: card.id, to: heir }, now);
      if (card.ref === null && card.lease === null) continue;
      const key = `moved card ${card.id} ${now}`;
      const message = { type: "cardMoved", to: wanted } as const;
      const target = { kind: "card", card: card.id } as const;
      await oweMessages(tx, [{ key, ticket: ticket.number, target, message, lane: key, urgency: 2 }], now);
    }
  }
};

/** The same for these tickets, as far as no other process works on them. Returns how many were changed. */
export const followChannelsOf = (
  { db }: DatabaseHandle,
  cache: DeskCache,
  numbers: readonly number[],
  now: Instant,
): Promise<number> =>
  db.transaction(async (tx) => {
    const locked = await lockFreeTickets(tx, numbers);
    const desk = await cache.read(tx);
    const principal = Map.groupBy(await readCardsOf(tx, [...locked.keys()]), (card) => card.ticket);
    let changed = 0;
    for (const [number, ticket] of locked) {
      if (ticket.status === "unreadable") continue;
      const cards = principal.get(number) ?? [];
      if (!standsElsewhere(ticket, cards, desk)) continue;
      await moveCards(tx, { ticket, principal: cards, desk, now });
      changed += 1;
    }
    return changed;
  });
