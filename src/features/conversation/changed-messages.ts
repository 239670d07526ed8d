import type { Notification } from "../../tickets/effect.ts";
import { textOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type Changed = Extract<Event, { type: "messageEdited" | "messageDeleted" }>;

const nameOf = ({ by }: Changed): string => (by.kind === "person" ? by.name : "");

/** The platform, if it does not say who deleted the message. */
const on = (event: Changed): { readonly on?: string } =>
  event.type === "messageDeleted" && event.on !== undefined ? { on: event.on } : {};

/**
 * What staff are told of an edit or a deletion, if a copy or an earlier notification shows the old text. In their own
 * thread they see the change itself.
 */
export const changeNotices = (event: Changed, ticket: Ticket): readonly Notification[] => {
  const { type, as, message, wroteAt } = event;
  if (type === "messageDeleted" && event.kept === true)
    return [{ type: "publicDeleted", message, author: event.author ?? nameOf(event), on: event.on ?? null }];
  if (as === "opened")
    return [{ type: "openingChanged", message, by: nameOf(event), gone: type === "messageDeleted", ...on(event) }];
  const isImported = wroteAt < ticket.openedAt;
  return as === "heard" || (as === "replied" && isImported) ? [{ type: "messageChanged", message }] : [];
};

/** An edit notifies no one, so a message that only now needs an answer is announced once more. */
export const newQuestion = (event: Changed): readonly Notification[] => {
  if (event.type !== "messageEdited" || event.asks === undefined) return [];
  const { message, at, asks } = event;
  const words = { ...textOf(event), by: nameOf(event), at };
  return [{ type: "customerMessage", words, message, company: asks.company, thanks: false }];
};
