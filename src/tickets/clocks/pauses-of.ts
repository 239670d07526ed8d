import type { Clock } from "../../sla/clock.ts";
import type { Pause } from "../../sla/calendar.ts";
import type { Ticket } from "../ticket.ts";

/** When a clock of this ticket stood still: only what is to be solved waits for the customer. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clock.kind === "resolution" ? ticket.pauses : [];
