import type { Event } from "../../tickets/messages.ts";
import { ended, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { paused, techEnded } from "../../tickets/clocks/evolve-pauses.ts";
import { asResolved } from "../../tickets/status-change.ts";
import type { ResolvedTicket, Ticket } from "../../tickets/ticket.ts";

/** The ticket is closed without being resolved: its clocks are cancelled, neither met nor breached. */
export const merged = (ticket: Ticket, event: Extract<Event, { type: "merged" }>): ResolvedTicket => ({
  ...asResolved(ticket, ticket.status === "resolved" ? ticket.resolvedAt : event.at),
  unanswered: [],
  ...withSla(ticket, {
    pauses: paused(ticket.sla.pauses, event.at),
    clocks: ended(ticket.sla.clocks, () => ({ at: event.at, how: "cancelled" })),
  }),
  tech: techEnded(ticket, event.at, "closed"),
  links: [...ticket.links, { number: event.into, how: "mergedInto" }],
});
