import type { Pause } from "./calendar.ts";
import type { Clock, Ticket } from "./ticket.ts";

/** When a clock of this ticket stood still: only what is to be solved waits for the customer. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clock.kind === "resolution" ? ticket.pauses : [];
