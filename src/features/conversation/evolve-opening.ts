import type { Event } from "../../tickets/messages.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { threadMessage, withEdit } from "../../tickets/thread/thread-messages.ts";
import { noTitle, type TicketFields } from "../../tickets/ticket.ts";

/** Title and description follow the edits of the message that they were taken from. */
export const openingEdited = (
  event: Extract<Event, { type: "messageEdited" }>,
  messages: Messages,
): Partial<TicketFields> => {
  const wrote = threadMessage(withEdit(messages, event), event.message);
  const describes = wrote?.usedFor.includes("description") === true && wrote.editedAt === event.at;
  return {
    ...(describes ? { description: event.text } : {}),
    ...(event.title === null ? {} : { title: event.title }),
  };
};

/** A deleted message takes the fields with it that came from its text. */
export const openingGone = ({ erases }: Extract<Event, { type: "messageDeleted" }>): Partial<TicketFields> => ({
  ...(erases.includes("title") ? { title: noTitle } : {}),
  ...(erases.includes("description") ? { description: "" } : {}),
});
