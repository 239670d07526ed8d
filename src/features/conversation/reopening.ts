import type { Instant } from "../../sla/instant.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "../../tickets/clocks/clock-changes.ts";
import { isThanks } from "./thanks.ts";
import { isAnsweredInChannel } from "../../tickets/clocks/is-answer.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import { continuesInTicket, type ResolvedTicket, type Ticket } from "../../tickets/ticket.ts";
import { addWorkingTime } from "../../sla/working-time.ts";

/** A customer's message, and when it counts. */
interface Written {
  readonly text: string;
  /** When its author wrote it, or when it left a prompt in which it waited. */
  readonly at: Instant;
  /** Null if the platform did not name it. */
  readonly message: MessageKey | null;
}

/**
 * Whether the ticket was closed while it waited for the customer, so that the desk had no answer yet. The pause of such a
 * ticket began before its closing.
 */
const wasWaiting = ({ resolvedAt, sla: { pauses } }: ResolvedTicket): boolean =>
  pauses.since !== null && pauses.since < resolvedAt;

/** Whether a message from before the closing arrives as news: the ticket was closed because the customer did not answer. */
const missedByClosing = (ticket: ResolvedTicket, { at, message }: Written): boolean =>
  wasWaiting(ticket) && !isAnsweredInChannel(ticket, message ?? undefined, at);

/**
 * What a customer's message does to a ticket: it belongs to it (`here`), reopens it, or starts a new ticket
 * (`followsUp`) because this one was closed too long ago, or the desk reopens none. A thank-you changes nothing, nor does a message from before the
 * closing, unless the closed ticket waited for it. A ticket that another one continues is never reopened.
 */
export const messageConsequence = (ticket: Ticket, written: Written, desk: Desk): "here" | "reopens" | "followsUp" => {
  const { text, at } = written;
  if (ticket.status !== "resolved" || continuesInTicket(ticket) !== null || isThanks(text, desk)) return "here";
  const { resolvedAt } = ticket;
  if (at <= resolvedAt) return missedByClosing(ticket, written) ? "reopens" : "here";
  if (desk.reopen === null) return "followsUp";
  return at <= addWorkingTime(ticketCalendar(ticket, desk), resolvedAt, desk.reopen) ? "reopens" : "followsUp";
};
