import type { Event } from "../../tickets/messages.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { threadMessage, withEdit } from "../../tickets/thread/thread-messages.ts";
import type { TicketFields } from "../../tickets/ticket.ts";

/** A description that was taken from a message follows its edits. */
export const openingEdited = (
  event: Extract<Event, { type: "messageEdited" }>,
  messages: Messages,
): Partial<TicketFields> => {
  const wrote = threadMessage(withEdit(messages, event), event.message);
  const describes = wrote?.usedFor.includes("description") === true && wrote.editedAt === event.at;
  return describes ? { description: event.text } : {};
};

/** The title of a ticket whose title came from a deleted message. */
const noTitle = "…";

/** A deleted message takes the fields with it that came from its text. */
export const openingGone = ({ erases = [] }: Extract<Event, { type: "messageDeleted" }>): Partial<TicketFields> => ({
  ...(erases.includes("title") ? { title: noTitle } : {}),
  ...(erases.includes("description") ? { description: "" } : {}),
});
