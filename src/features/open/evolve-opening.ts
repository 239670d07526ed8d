import { wordsOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import { edited } from "../../tickets/thread/thread-messages.ts";
import { threadMessage } from "../../tickets/thread/thread-messages.ts";
import { takenBack } from "../../tickets/thread/thread-messages.ts";
import { takenOver } from "../../tickets/thread/thread-messages.ts";
import { withinBounds } from "../../tickets/thread/thread-messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { TicketFields } from "../../tickets/ticket.ts";

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

/** A description that was taken from a message is what that says now. */
export const openingEdited = (
  ticket: Ticket,
  event: Extract<Event, { type: "messageEdited" }>,
): Partial<TicketFields> => {
  const { message, text, at } = event;
  const said = edited(ticket.threadMessages, message, event, at);
  const wrote = threadMessage({ threadMessages: said }, message);
  const describes = wrote?.usedFor?.includes("description") === true;
  return { threadMessages: said, ...(describes && wrote?.editedAt === at ? { description: text } : {}) };
};

/** What stands for a title that was taken back. */
const noTitle = "…";

/** Who takes the message back takes what the ticket took from it. */
export const openingGone = (
  ticket: Ticket,
  { message, at, wipes = [] }: Extract<Event, { type: "messageDeleted" }>,
): Partial<TicketFields> => ({
  threadMessages: takenBack(ticket.threadMessages, message, at),
  ...(wipes.includes("title") ? { title: noTitle } : {}),
  ...(wipes.includes("description") ? { description: "" } : {}),
});
