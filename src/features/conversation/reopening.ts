import type { Instant } from "../../sla/instant.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "../../tickets/clocks/clock-changes.ts";
import { isThanks } from "./thanks.ts";
import { continuesInTicket, type Ticket } from "../../tickets/ticket.ts";
import { addWorkingTime } from "../../sla/working-time.ts";

/**
 * What a customer's message does to a ticket: it belongs to it (`here`), reopens it, or starts a new ticket
 * (`followsUp`) because this one was closed too long ago. A thank-you, and a message from before the closing, change
 * nothing. A ticket that another one continues is never reopened. `at` is when the author wrote it, or when their message left a prompt in which it waited.
 */
export const messageConsequence = (
  ticket: Ticket,
  text: string,
  at: Instant,
  desk: Desk,
): "here" | "reopens" | "followsUp" => {
  if (ticket.status !== "resolved" || desk.reopen === null || continuesInTicket(ticket) !== null) return "here";
  const { resolvedAt } = ticket;
  if (at <= resolvedAt || isThanks(text, desk)) return "here";
  return at <= addWorkingTime(ticketCalendar(ticket, desk), resolvedAt, desk.reopen) ? "reopens" : "followsUp";
};
