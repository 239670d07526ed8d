import type { Event } from "./messages.ts";
import { eventRule, events } from "./registry.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket after an event. It depends on nothing else, so a ticket can be rebuilt from its events. */
export const evolve = (ticket: Ticket | null, event: Event): Ticket => {
  if (event.type === "opened") return events.opened.evolve(null, event);
  if (ticket === null) throw new Error(`${event.type} before opened`);
  const change = eventRule(event.type).evolve(ticket, event);
  const version = ticket.version + 1;
  return change.status === undefined ? { ...ticket, ...change, version } : { ...change, version };
};
