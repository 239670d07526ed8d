import type { Effect } from "./effect.ts";
import type { Event } from "./messages.ts";
import { eventRule } from "./registry.ts";
import type { Ticket } from "./ticket.ts";

/** What an event tells the outside world. `ticket` is the ticket after the event. */
export const effects = (event: Event, ticket: Ticket): readonly Effect[] =>
  eventRule(event.type).effects(event, ticket);
