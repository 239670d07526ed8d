import type { Event } from "../../tickets/messages.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { threadMessage, withEdit } from "../../tickets/thread/thread-messages.ts";
import type { TicketFields } from "../../tickets/ticket.ts";

/** A description that was taken from a message is what the message says now. */
export const openingEdited = (
  event: Extract<Event, { type: "messageEdited" }>,
  messages: Messages,
): Partial<TicketFields> => {
  const wrote = threadMessage(withEdit(messages, event), event.message);
  const describes = wrote?.usedFor.includes("description") === true && wrote.editedAt === event.at;
  return describes ? { description: event.text } : {};
};

/** The title of a ticket whose title was deleted with its message. */
const noTitle = "…";

/** The fields that the ticket took from the message are wiped with it. */
export const openingGone = ({ wipes = [] }: Extract<Event, { type: "messageDeleted" }>): Partial<TicketFields> => ({
  ...(wipes.includes("title") ? { title: noTitle } : {}),
  ...(wipes.includes("description") ? { description: "" } : {}),
});
