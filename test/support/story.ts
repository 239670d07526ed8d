import type { Refusal } from "../../src/tickets/messages.ts";
import type { Ticket, TicketState } from "../../src/tickets/ticket.ts";
import type { Story } from "./given.ts";

/** The ticket of a story, which must have one. */
export const ticketOf = (story: Story): Ticket => {
  if (story.ticket === null) throw new Error("no ticket");
  return story.ticket;
};

/** The ticket of a story with all its messages, unanswered times and pauses. */
export const stateOf = (story: Story): TicketState => ({
  ticket: ticketOf(story),
  messages: story.messages,
  unanswered: story.unanswered,
  pauses: story.pauses,
});

/** Why the last command was refused; null if it was granted. */
export const refusalOf = (story: Story): Refusal | null => (story.last?.ok === false ? story.last.refusal : null);
