import type { Instant } from "../../sla/instant.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Pause } from "../../sla/calendar.ts";
import type { Ticket } from "../ticket.ts";

/** When a clock of this ticket was paused: only the resolution clock waits for the customer. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clock.kind === "resolution" ? ticket.pauses : [];

/** Whether a message of the customer's ends the waiting for them. One that they wrote before it began, and that came in late, does not. */
export const endsWaiting = (ticket: Pick<Ticket, "status" | "pauses">, wroteAt: Instant): boolean =>
  ticket.status === "waiting" && wroteAt >= (ticket.pauses.at(-1)?.from ?? wroteAt);
