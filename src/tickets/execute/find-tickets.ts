import type { MessageRef } from "../../chat/card.ts";
import type { Database } from "../../db/connection/handle.ts";
import { newestTexts } from "../../db/search/newest-texts.ts";
import type { SearchPlace } from "../../db/search/search-place.ts";
import { searchOwnTickets } from "../../db/search/search-own-tickets.ts";
import { searchTickets } from "../../db/search/search-tickets.ts";
import type { Desk } from "../../desk/desk.ts";
import { listPageSize } from "../list-filter.ts";
import { identify } from "../principal.ts";
import type { StoredTicket } from "../ticket.ts";
import { placesFor, visibleTo, type QueryingPerson } from "./queries.ts";

/** What a person looks for. Only staff find tickets by their people and accounts. */
export interface Sought {
  readonly words: string;
  readonly people: readonly string[];
  readonly accounts: readonly string[];
  readonly after: SearchPlace | null;
}

/** One page of what a search found, with texts for excerpts. */
export interface FoundTickets {
  readonly tickets: readonly StoredTicket[];
  readonly next: SearchPlace | null;
  readonly texts: ReadonlyMap<number, readonly string[]>;
  readonly places: ReadonlyMap<number, MessageRef>;
}

/** Finds tickets that the asker may see: staff all, customers their account's and their own, without internal notes. */
export const findTickets = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  { words: text, people, accounts, after }: Sought,
): Promise<FoundTickets> => {
  const principal = identify(asker.user, asker.channel, desk, asker.membership);
  const visible = visibleTo(asker, principal, desk);
  const { tickets, next } =
    visible === null
      ? await searchTickets(db, { text, people, accounts, after }, listPageSize)
      : await searchOwnTickets(db, { text, after, visibleTo: visible }, listPageSize);
  const numbers = tickets.map(({ number }) => number);
  return {
    tickets,
    next,
    texts: await newestTexts(db, numbers, visible !== null),
    places: await placesFor(db, tickets, asker, principal),
  };
};
