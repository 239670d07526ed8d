import type { Message } from "./effect.ts";
import { wordsOf } from "./format.ts";
import type { Event } from "./messages.ts";
import { saidIn } from "./said.ts";
import type { Ticket } from "./ticket.ts";

type Changed = Extract<Event, { type: "wordsEdited" | "wordsTakenBack" }>;

const nameOf = ({ by }: Changed): string => (by.kind === "person" ? by.name : "");

/** The platform that does not tell who deleted it. */
const on = (event: Changed): { readonly on?: string } =>
  event.type === "wordsTakenBack" && event.on !== undefined ? { on: event.on } : {};

/** Only what was told elsewhere is told anew; their own thread shows what became of everything else. */
export const changedWords = (event: Changed, ticket: Ticket): readonly Message[] => {
  const { type, as, message } = event;
  if (type === "wordsTakenBack" && event.kept === true)
    return [{ type: "publicDeleted", message, author: saidIn(ticket, message)?.by.name ?? "", on: event.on ?? null }];
  if (as === "opened")
    return [{ type: "openingChanged", message, by: nameOf(event), gone: type === "wordsTakenBack", ...on(event) }];
  const isTakenOver = (saidIn(ticket, message)?.at ?? ticket.openedAt) < ticket.openedAt;
  return as === "heard" || (as === "replied" && isTakenOver) ? [{ type: "wordsChanged", message }] : [];
};

/** A message that is only edited rings nobody, so what asks for an answer now is told once more. */
export const askedAnew = (event: Changed, ticket: Ticket): readonly Message[] => {
  if (event.type !== "wordsEdited" || event.asks === undefined) return [];
  const { message, at } = event;
  const company = saidIn(ticket, message)?.company ?? null;
  const words = { ...wordsOf(event), by: nameOf(event), at };
  return [{ type: "customerWords", words, message, company, thanks: false }];
};
