import { cardOfMessage } from "../../db/delivery/card-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { TicketSide } from "../../db/schema/rows.ts";
import { ticketOfSource, readTicket } from "../../db/ticket-store.ts";
import type { ChannelRef } from "../refs.ts";
import { type Ticket, continuesInTicket } from "../ticket.ts";

/** Whether the thread a ticket was opened from is also its conversation. */
const continuesInSource = ({ source, conversation }: Ticket): boolean =>
  conversation.kind === "person"
    ? source?.how === "direct"
    : conversation.channel === source?.channel && conversation.thread === source.root;

/**
 * The ticket and the side that a thread belongs to; null if none. The thread of the message a ticket was opened from
 * counts even before a card is posted in it.
 */
export const threadOf = async (
  db: Database,
  channel: ChannelRef,
  root: string,
): Promise<{ readonly ticket: number; readonly side: TicketSide } | null> => {
  const card = await cardOfMessage(db, channel, root);
  if (card !== null) return card;
  const ticket = await ticketOfSource(db, channel, root);
  return ticket !== null && continuesInSource(ticket) ? { ticket: ticket.number, side: "conversation" } : null;
};

/**
 * The ticket that takes a message posted below this one: itself, or the last ticket that continues it. Null if the
 * ticket does not exist.
 */
export const receivingTicket = async (db: Database, number: number): Promise<Ticket | null> => {
  const seen = new Set<number>();
  let ticket = await readTicket(db, number);
  while (ticket !== null) {
    seen.add(ticket.number);
    const next = continuesInTicket(ticket);
    if (next === null || seen.has(next)) return ticket;
    ticket = (await readTicket(db, next)) ?? ticket;
  }
  return null;
};
