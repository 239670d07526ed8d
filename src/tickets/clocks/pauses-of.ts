import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Pause } from "../../sla/calendar.ts";
import type { Ticket } from "../ticket.ts";

/** When a clock of this ticket was paused. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clockTraits[clock.kind].pausable ? ticket.sla.pauses : [];

/** Whether a customer's message ends the wait for them. A late message that they wrote before the wait does not. */
export const endsWaiting = (ticket: Ticket, wroteAt: Instant): boolean =>
  ticket.status === "waiting" && wroteAt >= (ticket.sla.pauses.at(-1)?.from ?? wroteAt);
