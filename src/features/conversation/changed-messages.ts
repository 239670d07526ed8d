import type { Notification } from "../../tickets/effect.ts";
import { textOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import { continuesInTicket, type Ticket } from "../../tickets/ticket.ts";

type Changed = Extract<Event, { type: "messageEdited" | "messageDeleted" }>;

const nameOf = ({ by }: Changed): string => (by.kind === "person" ? by.name : "");

/** The platform, if it does not say who deleted the message. */
const platformOf = (event: Changed): string | null => (event.type === "messageDeleted" ? event.platform : null);

/**
 * The notifications for staff about an edit or a deletion, if a copy or an earlier notification shows the old text. In their own
 * thread they see the change itself.
 */
export const changeNotices = (event: Changed, ticket: Ticket): readonly Notification[] => {
  const { type, kind, message, wroteAt } = event;
  if (type === "messageDeleted" && event.textKept)
    return [{ type: "publicDeleted", message, author: event.author ?? nameOf(event), platform: event.platform }];
  if (kind === "opened")
    return [
      // An earlier notice quotes the text that is no longer there.
      { type: "messageChanged", message },
      {
        type: "openingChanged",
        message,
        by: nameOf(event),
        deleted: type === "messageDeleted",
        platform: platformOf(event),
      },
    ];
  const isImported = wroteAt < ticket.openedAt;
  // A comment of the technical team is a note of which support reads a copy.
  const isCopied = kind === "customerWrote" || (kind === "noted" && ticket.tech !== null);
  return isCopied || (kind === "replied" && isImported) ? [{ type: "messageChanged", message }] : [];
};

/**
 * An edit notifies no one, so a message that only now needs an answer is announced once more. If another ticket continues
 * this one, it gets the question and announces it.
 */
export const newQuestion = (event: Changed, ticket: Ticket): readonly Notification[] => {
  if (event.type !== "messageEdited" || event.needsReply === null || continuesInTicket(ticket) !== null) return [];
  const { message, at, needsReply } = event;
  const content = { ...textOf(event), by: nameOf(event), at };
  const { company } = needsReply;
  return [{ type: "customerMessage", content, message, company, thanks: false, colleague: false, mention: null }];
};
