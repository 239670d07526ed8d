import type { Instant } from "../../sla/instant.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "../../tickets/clocks/clock-changes.ts";
import { isThanks } from "./thanks.ts";
import { isAnsweredInChannel } from "../../tickets/clocks/is-answer.ts";
import type { Actor } from "../../tickets/messages.ts";
import { identify } from "../../tickets/principal.ts";
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
  /** Who closed the ticket; null if it is not closed, or if the message is younger than the closing. */
  readonly closedBy: Actor | null;
}

/**
 * Whether a message from before the closing arrives as news. If an agent or the clock closed the ticket, they had not read
 * it, unless staff wrote in its channel since. A customer who closed the ticket knew what their side had written.
 */
const missedByClosing = (ticket: ResolvedTicket, { at, message, closedBy }: Written, desk: Desk): boolean =>
  !isCustomer(closedBy, desk) && !isAnsweredInChannel(ticket, message, at);

const isCustomer = (by: Actor | null, desk: Desk): boolean =>
  by?.kind === "person" && identify(by.user, by.channel, desk, by.membership).is === "customer";

/**
 * What a customer's message does to a ticket: it belongs to it (`here`), reopens it, or starts a new ticket
 * (`followsUp`) because this one was closed too long ago, or the desk reopens none. A thank-you changes nothing. A message
 * from before the closing that arrives after it reopens the ticket, unless staff answered it or a customer closed the
 * ticket. A ticket that another one continues is never reopened.
 */
export const messageConsequence = (ticket: Ticket, written: Written, desk: Desk): "here" | "reopens" | "followsUp" => {
  const { text, at } = written;
  if (ticket.status !== "resolved" || continuesInTicket(ticket) !== null || isThanks(text, desk)) return "here";
  const { resolvedAt } = ticket;
  if (at <= resolvedAt) return missedByClosing(ticket, written, desk) ? "reopens" : "here";
  if (desk.reopen === null) return "followsUp";
  return at <= addWorkingTime(ticketCalendar(ticket, desk), resolvedAt, desk.reopen) ? "reopens" : "followsUp";
};
