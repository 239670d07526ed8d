import type { Event } from "../../tickets/messages.ts";
import { paused, techEnded } from "../../tickets/clocks/evolve-pauses.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** It is closed without having been solved: nothing is owed here any more, and nothing was kept or broken. */
export const merged = (ticket: Ticket, event: Extract<Event, { type: "merged" }>): Partial<Ticket> => ({
  status: "resolved",
  resolvedAt: ticket.resolvedAt ?? event.at,
  unanswered: [],
  pauses: paused(ticket.pauses, event.at),
  inactivity: null,
  escalation: null,
  callBack: null,
  clocks: ticket.clocks.map((clock) =>
    clock.end === null ? { ...clock, end: { at: event.at, how: "dropped" } } : clock,
  ),
  tech: techEnded(ticket, event.at, "closed"),
  links: [...ticket.links, { number: event.into, how: "mergedInto" }],
});
