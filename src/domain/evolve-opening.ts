import { wordsOf } from "./format.ts";
import type { Event } from "./messages.ts";
import { edited, saidIn, takenBack, takenOver, withinBounds } from "./said.ts";
import type { Ticket } from "./ticket.ts";

/** What was said before the ticket was there starts no clock, but the customer's last words are theirs. */
export const tookOver = (ticket: Ticket, event: Extract<Event, { type: "tookOver" }>): Partial<Ticket> => {
  const said = withinBounds([...ticket.said, ...takenOver(event.words)]);
  const last = event.words.findLast(({ staff, text }) => !staff && text !== "");
  if (last === undefined || (ticket.lastCustomerWords?.at ?? 0) > last.at) return { said };
  return { said, lastCustomerWords: { ...wordsOf(last), by: last.by, at: last.at } };
};

/** A description that was taken from a message is what that says now. */
export const openingEdited = (ticket: Ticket, event: Extract<Event, { type: "wordsEdited" }>): Partial<Ticket> => {
  const { message, text, at } = event;
  const said = edited(ticket.said, message, event, at);
  const wrote = saidIn({ said }, message);
  const describes = wrote?.gave?.includes("description") === true;
  return { said, ...(describes && wrote?.editedAt === at ? { description: text } : {}) };
};

/** What stands for a title that was taken back. */
const noTitle = "…";

/** Who takes the message back takes what the ticket took from it. */
export const openingGone = (
  ticket: Ticket,
  { message, at, wipes = [] }: Extract<Event, { type: "wordsTakenBack" }>,
): Partial<Ticket> => ({
  said: takenBack(ticket.said, message, at),
  ...(wipes.includes("title") ? { title: noTitle } : {}),
  ...(wipes.includes("description") ? { description: "" } : {}),
});
