import type { Instant } from "../sla/instant.ts";
import type { Inactivity } from "./ticket-records.ts";
import type { OpenTicket, ResolvedTicket, Ticket, TicketFields, UnresolvedTicket, WaitingTicket } from "./ticket.ts";

/**
 * The changes of an event: some fields that every ticket has, or the whole ticket if the status or fields of a status
 * change.
 */
export type TicketChange = (Partial<TicketFields> & { readonly status?: never }) | Ticket;

const fieldsOf = (ticket: Ticket): TicketFields => {
  switch (ticket.status) {
    case "open": {
      const { status: _, escalation: _escalation, callBack: _callBack, ...fields } = ticket;
      return fields;
    }
    case "waiting": {
      const { status: _, escalation: _escalation, callBack: _callBack, inactivity: _inactivity, ...fields } = ticket;
      return fields;
    }
    case "resolved": {
      const { status: _, resolvedAt: _resolvedAt, ...fields } = ticket;
      return fields;
    }
  }
};

/** An escalation and a requested call stay open, unless the ticket was resolved. */
const requestsOf = (ticket: Ticket): Pick<UnresolvedTicket, "escalation" | "callBack"> =>
  ticket.status === "resolved"
    ? { escalation: null, callBack: null }
    : { escalation: ticket.escalation, callBack: ticket.callBack };

export const asOpen = (ticket: Ticket): OpenTicket => ({
  ...fieldsOf(ticket),
  ...requestsOf(ticket),
  status: "open",
});

export const asWaiting = (ticket: Ticket, inactivity: Inactivity | null): WaitingTicket => ({
  ...fieldsOf(ticket),
  ...requestsOf(ticket),
  status: "waiting",
  inactivity,
});

export const asResolved = (ticket: Ticket, at: Instant): ResolvedTicket => ({
  ...fieldsOf(ticket),
  status: "resolved",
  resolvedAt: at,
});
