import type { Instant } from "../../sla/instant.ts";

import type { Ticket } from "../../tickets/ticket.ts";

/** Whether words of the customer's end the waiting for them: not those written before it began, which came in late. */
export const endsWaiting = (ticket: Pick<Ticket, "status" | "pauses">, wroteAt: Instant): boolean =>
  ticket.status === "waiting" && wroteAt >= (ticket.pauses.at(-1)?.from ?? wroteAt);
