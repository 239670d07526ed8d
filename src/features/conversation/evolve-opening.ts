import type { Ticket, TicketFields } from "../../tickets/ticket.ts";
import { edited, threadMessage, takenBack } from "../../tickets/thread/thread-messages.ts";
import type { Event } from "../../tickets/messages.ts";

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
