import { withSla } from "./clocks/evolve-clocks.ts";
import { keptClocks } from "./clocks/kept-clocks.ts";
import type { Event } from "./messages.ts";
import { changeRule, eventRule, events, newFields } from "./registry.ts";
import type { Messages } from "./thread/thread-message.ts";
import type { Ticket, TicketState } from "./ticket.ts";
import type { Effect } from "./effect.ts";

/**
 * Clocks that ended before this event and that nothing reads any more go. Those that end by the event stay until the next one, so
 * that the history can tell how they ended.
 */
const withKeptClocks = (ticket: Ticket): Ticket => {
  const clocks = keptClocks(ticket);
  return clocks === ticket.sla.clocks ? ticket : { ...ticket, ...withSla(ticket, { clocks }) };
};

const ticketAfter = (state: TicketState | null, event: Event): Ticket => {
  if (event.type === "opened") return { ...newFields, ...events.opened.evolve(null, event, []) };
  if (state === null) throw new Error(`${event.type} before opened`);
  const { messages } = state;
  const ticket = withKeptClocks(state.ticket);
  const change = changeRule(event.type).evolve(ticket, event, messages);
  const version = ticket.version + 1;
  return change.status === undefined ? { ...ticket, ...change, version } : { ...change, version };
};

const messagesAfter = (messages: Messages, event: Event): Messages =>
  eventRule(event.type).messages?.(messages, event) ?? messages;

/**
 * A ticket and the messages at hand after an event. The result depends on nothing else, so a ticket can be rebuilt from
 * its events. An edit or a deletion needs the message that it changes. After a deletion, the customer's newest
 * remaining message is their last.
 */
export const evolve = (state: TicketState | null, event: Event): TicketState => ({
  ticket: ticketAfter(state, event),
  messages: messagesAfter(state?.messages ?? [], event),
});

/** A ticket after an event that neither edits nor deletes a message. */
export const evolveTicket = (ticket: Ticket | null, event: Event): Ticket =>
  ticketAfter(ticket === null ? null : { ticket, messages: [] }, event);

/** The notifications and cards that follow from an event. `ticket` is the ticket after the event. */
export const effects = (event: Event, ticket: Ticket): readonly Effect[] =>
  eventRule(event.type).effects(event, ticket);
