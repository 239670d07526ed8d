import type { Event } from "../../tickets/messages.ts";
import { ended, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { paused, techEnded } from "../../tickets/clocks/evolve-pauses.ts";
import { asResolved } from "../../tickets/status-change.ts";
import type { ResolvedTicket, Ticket } from "../../tickets/ticket.ts";

/** It is closed without having been solved: nothing is owed here any more, and nothing was kept or broken. */
export const merged = (ticket: Ticket, event: Extract<Event, { type: "merged" }>): ResolvedTicket => ({
  ...asResolved(ticket, ticket.status === "resolved" ? ticket.resolvedAt : event.at),
  unanswered: [],
  ...withSla(ticket, {
    pauses: paused(ticket.sla.pauses, event.at),
    clocks: ended(ticket.sla.clocks, () => ({ at: event.at, how: "dropped" })),
  }),
  tech: techEnded(ticket, event.at, "closed"),
  links: [...ticket.links, { number: event.into, how: "mergedInto" }],
});
