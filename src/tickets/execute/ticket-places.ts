import type { MessageRef } from "../../chat/card.ts";
import { collectedPlaces } from "../../db/collected-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { CardRow } from "../../db/delivery/card-row.ts";
import { readCardsOf } from "../../db/delivery/card-store.ts";
import { readable } from "../../db/ticket-row.ts";
import { readTickets } from "../../db/ticket-store.ts";
import type { Ticket } from "../ticket.ts";

/** Where a ticket's cards are posted; null if not yet. */
export const ticketPlaces = async (
  db: Database,
  number: number,
): Promise<{ triage: MessageRef | null; conversation: MessageRef | null }> => {
  const places = await placesOf(db, [number]);
  return places(number);
};

/** These tickets, and where their cards are posted, by number. */
export const ticketsWithPlaces = async (
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, { readonly ticket: Ticket; readonly places: ReturnType<typeof placesIn> }>> => {
  const tickets = await readTickets(db, numbers);
  const places = await placesOf(db, numbers);
  return new Map(
    [...tickets].map(([number, ticket]) => [number, { ticket: readable(ticket), places: places(number) }]),
  );
};

/** Where the cards of these tickets are posted. A collected ticket is found in its collected message. */
export const placesOf = async (db: Database, numbers: readonly number[]) => {
  const cards = Map.groupBy(await readCardsOf(db, numbers), (card) => card.ticket);
  const own = new Map(numbers.map((number) => [number, placesIn(cards.get(number) ?? [])]));
  const together = await collectedPlaces(
    db,
    numbers.filter((number) => own.get(number)?.triage == null),
  );
  return (number: number): ReturnType<typeof placesIn> => {
    const { triage, conversation } = own.get(number) ?? placesIn([]);
    return { triage: triage ?? together.get(number) ?? null, conversation };
  };
};

const placesIn = (cards: readonly CardRow[]): { triage: MessageRef | null; conversation: MessageRef | null } => {
  const refOf = (side: "triage" | "conversation"): MessageRef | null =>
    cards.find((card) => card.side === side && card.ref !== null)?.ref ?? null;
  return { triage: refOf("triage"), conversation: refOf("conversation") };
};
