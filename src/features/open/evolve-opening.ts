import { wordsOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import { takenOver, withinBounds } from "../../tickets/thread/thread-messages.ts";
import type { Ticket, TicketFields } from "../../tickets/ticket.ts";

/** What was said before the ticket was there starts no clock, but the customer's last words are theirs. */
export const threadImported = (
  ticket: Ticket,
  event: Extract<Event, { type: "threadImported" }>,
): Partial<TicketFields> => {
  const said = withinBounds([...ticket.threadMessages, ...takenOver(event.words)]);
  const last = event.words.findLast(({ staff, text }) => !staff && text !== "");
  if (last === undefined || (ticket.lastCustomerMessage?.at ?? 0) > last.at) return { threadMessages: said };
  return { threadMessages: said, lastCustomerMessage: { ...wordsOf(last), by: last.by, at: last.at } };
};
