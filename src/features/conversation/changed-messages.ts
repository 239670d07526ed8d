import type { Notification } from "../../tickets/effect.ts";
import { textOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type Changed = Extract<Event, { type: "messageEdited" | "messageDeleted" }>;

const nameOf = ({ by }: Changed): string => (by.kind === "person" ? by.name : "");

/** The platform that does not tell who deleted it. */
const on = (event: Changed): { readonly on?: string } =>
  event.type === "messageDeleted" && event.on !== undefined ? { on: event.on } : {};

/**
 * What staff are told of an edit or a deletion: only what was told elsewhere before. Of everything else their own thread shows
 * what became of it.
 */
export const changedWords = (event: Changed, ticket: Ticket): readonly Notification[] => {
  const { type, as, message, wroteAt } = event;
  if (type === "messageDeleted" && event.kept === true)
    return [{ type: "publicDeleted", message, author: event.author ?? nameOf(event), on: event.on ?? null }];
  if (as === "opened")
    return [{ type: "openingChanged", message, by: nameOf(event), gone: type === "messageDeleted", ...on(event) }];
  const isImported = wroteAt < ticket.openedAt;
  return as === "heard" || (as === "replied" && isImported) ? [{ type: "messageChanged", message }] : [];
};

/** An edited message notifies no one, so what asks for an answer now is told once more. */
export const askedAnew = (event: Changed): readonly Notification[] => {
  if (event.type !== "messageEdited" || event.asks === undefined) return [];
  const { message, at, asks } = event;
  const words = { ...textOf(event), by: nameOf(event), at };
  return [{ type: "customerMessage", words, message, company: asks.company, thanks: false }];
};
