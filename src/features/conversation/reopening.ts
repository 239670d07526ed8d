import type { Instant } from "../../sla/instant.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "../../tickets/clocks/clock-changes.ts";
import { isThanks } from "./thanks.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { addWorkingTime } from "../../sla/working-time.ts";

/**
 * What becomes of a customer's words below a ticket: they are heard there (`here`), open it again, or are a matter of their own
 * (`followsUp`), where it was closed longer ago than the desk wants to open it again. A thank you, and what was written
 * before it was closed, change nothing.
 */
export const whatBecomes = (
  ticket: Ticket,
  text: string,
  wroteAt: Instant,
  desk: Desk,
): "here" | "reopens" | "followsUp" => {
  if (ticket.status !== "resolved" || desk.reopen === null) return "here";
  const { resolvedAt } = ticket;
  if (wroteAt <= resolvedAt || isThanks(text, desk)) return "here";
  return wroteAt <= addWorkingTime(ticketCalendar(ticket, desk), resolvedAt, desk.reopen) ? "reopens" : "followsUp";
};
