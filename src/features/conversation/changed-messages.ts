import type { Notification } from "../../tickets/effect.ts";
import { wordsOf } from "../../tickets/format.ts";
import type { Event } from "../../tickets/messages.ts";
import { threadMessage } from "../../tickets/thread/thread-messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type Changed = Extract<Event, { type: "messageEdited" | "messageDeleted" }>;

const nameOf = ({ by }: Changed): string => (by.kind === "person" ? by.name : "");

/** The platform that does not tell who deleted it. */
const on = (event: Changed): { readonly on?: string } =>
  event.type === "messageDeleted" && event.on !== undefined ? { on: event.on } : {};

/** Only what was told elsewhere is told anew; their own thread shows what became of everything else. */
export const changedWords = (event: Changed, ticket: Ticket): readonly Notification[] => {
  const { type, as, message } = event;
  if (type === "messageDeleted" && event.kept === true)
    return [
      { type: "publicDeleted", message, author: threadMessage(ticket, message)?.by.name ?? "", on: event.on ?? null },
    ];
  if (as === "opened")
    return [{ type: "openingChanged", message, by: nameOf(event), gone: type === "messageDeleted", ...on(event) }];
  const isTakenOver = (threadMessage(ticket, message)?.at ?? ticket.openedAt) < ticket.openedAt;
  return as === "heard" || (as === "replied" && isTakenOver) ? [{ type: "messageChanged", message }] : [];
};

/** A message that is only edited rings nobody, so what asks for an answer now is told once more. */
export const askedAnew = (event: Changed, ticket: Ticket): readonly Notification[] => {
  if (event.type !== "messageEdited" || event.asks === undefined) return [];
  const { message, at } = event;
  const company = threadMessage(ticket, message)?.company ?? null;
  const words = { ...wordsOf(event), by: nameOf(event), at };
  return [{ type: "customerMessage", words, message, company, thanks: false }];
};
