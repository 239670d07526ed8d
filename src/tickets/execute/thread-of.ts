import { cardOfMessage } from "../../db/delivery/card-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { TicketSide } from "../../db/schema/rows.ts";
import { ticketOfSource } from "../../db/ticket-store.ts";
import type { ChannelRef } from "../refs.ts";
import type { Ticket } from "../ticket.ts";

/** Whether the thread a ticket was opened from is also where it is talked about. */
const talksThere = ({ source, conversation }: Ticket): boolean =>
  conversation.kind === "person"
    ? source?.how === "direct"
    : conversation.channel === source?.channel && conversation.thread === source.root;

/**
 * Which ticket is talked about in a thread, and on which side; null where none is. The thread of the message a ticket was
 * opened from counts before any card of ours stands in it.
 */
export const threadOf = async (
  db: Database,
  channel: ChannelRef,
  root: string,
): Promise<{ readonly ticket: number; readonly side: TicketSide } | null> => {
  const card = await cardOfMessage(db, channel, root);
  if (card !== null) return card;
  const ticket = await ticketOfSource(db, channel, root);
  return ticket !== null && talksThere(ticket) ? { ticket: ticket.number, side: "conversation" } : null;
};
