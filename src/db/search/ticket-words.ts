import type { Ticket } from "../../tickets/ticket.ts";
import type { Tx } from "../connection/handle.ts";
import { ofTickets } from "../many-values.ts";
import { sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";
import { ticketWords, wordsOf } from "../schema/search-schema.ts";

const words = wordsOf({
  names: sql`${tickets.requesterName}`,
  text: sql`${tickets.title} || ' ' || ${tickets.description}`,
  ticket: sql`${tickets.number}`,
});

/** Whether the words by which a search finds a ticket differ. */
export const hasOtherWords = (one: Ticket, other: Ticket): boolean =>
  one.title !== other.title || one.description !== other.description || one.requester.name !== other.requester.name;

/** Enters the words of these tickets for the search, as the tickets are stored now. */
export const writeTicketWords = async (tx: Tx, numbers: readonly number[]): Promise<void> => {
  if (numbers.length === 0) return;
  await tx
    .insert(ticketWords)
    .select(sql`select ${tickets.number}, ${words} from ${tickets} where ${ofTickets(tickets.number, numbers)}`)
    .onConflictDoUpdate({ target: ticketWords.ticket, set: { words: sql`excluded.words` } });
};
