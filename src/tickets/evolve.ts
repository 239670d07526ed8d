import { withSla } from "./clocks/evolve-clocks.ts";
import { endedPause } from "./clocks/pauses.ts";
import { keptClocks } from "./clocks/kept-clocks.ts";
import type { Event } from "./messages.ts";
import { changeRule, eventRule, events, newFields } from "./registry.ts";
import type { Messages } from "./thread/thread-message.ts";
import type { ShownTicket, Ticket, TicketState } from "./ticket.ts";
import { timesAfter, unansweredAfter, type UnansweredChange } from "./unanswered.ts";
import type { Effect } from "./effect.ts";

/**
 * Clocks that ended before this event and that nothing reads any more go. Those that end by the event stay until the next one, so
 * that the history can tell how they ended.
 */
const withKeptClocks = (ticket: Ticket): Ticket => {
  const clocks = keptClocks(ticket);
  return clocks === ticket.sla.clocks ? ticket : { ...ticket, ...withSla(ticket, { clocks }) };
};

/** What an event does to the unanswered messages of the ticket before it. */
export const unansweredChanges = (state: ShownTicket | null, event: Event): readonly UnansweredChange[] =>
  state === null ? [] : (eventRule(event.type).unanswered?.(state.ticket, event, state.messages) ?? []);

const ticketAfter = (state: ShownTicket | null, event: Event, asked: readonly UnansweredChange[]): Ticket => {
  if (event.type === "opened") return { ...newFields, ...events.opened.evolve(null, event, []) };
  if (state === null) throw new Error(`${event.type} before opened`);
  const { messages } = state;
  const ticket = withKeptClocks(state.ticket);
  const change = changeRule(event.type).evolve(ticket, event, messages);
  const unanswered = asked.reduce(unansweredAfter, ticket.unanswered);
  const version = ticket.version + 1;
  return change.status === undefined
    ? { ...ticket, ...change, unanswered, version }
    : { ...change, unanswered, version };
};

const messagesAfter = (messages: Messages, event: Event): Messages =>
  eventRule(event.type).messages?.(messages, event) ?? messages;

const pausesAfter = ({ ticket, pauses }: TicketState, after: Ticket): TicketState["pauses"] => {
  const ended = endedPause(ticket, after);
  return ended === null ? pauses : [...pauses, ended];
};

/**
 * A ticket and what is loaded of its tables after an event. The result depends on nothing else, so a ticket can be rebuilt
 * from its events. An edit or a deletion needs the message that it changes. After a deletion, the customer's newest
 * remaining message is their last.
 */
export const evolve = (state: TicketState | null, event: Event): TicketState => {
  const asked = unansweredChanges(state, event);
  const ticket = ticketAfter(state, event, asked);
  return {
    ticket,
    messages: messagesAfter(state?.messages ?? [], event),
    unanswered: asked.reduce(timesAfter, state?.unanswered ?? []),
    pauses: state === null ? [] : pausesAfter(state, ticket),
  };
};

/** A ticket after an event that neither edits nor deletes a message. */
export const evolveTicket = (ticket: Ticket | null, event: Event): Ticket => {
  const state = ticket === null ? null : { ticket, messages: [] };
  return ticketAfter(state, event, unansweredChanges(state, event));
};

/** The notifications and cards that follow from an event. `ticket` is the ticket after the event. */
export const effects = (event: Event, ticket: Ticket): readonly Effect[] =>
  eventRule(event.type).effects(event, ticket);
