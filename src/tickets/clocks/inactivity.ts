import { addWorkingTime } from "../../sla/working-time.ts";
import type { Inactivity } from "../ticket-records.ts";
import { inactivityOf, type Ticket } from "../ticket.ts";
import { runningOf } from "./plan.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "./clock-changes.ts";
import type { Instant } from "../../sla/instant.ts";

/** What the customer of a ticket could read of the staff's messages. */
export interface CustomerDelivery {
  /** Whether a message to the customer is not delivered yet, or its outcome is in doubt. */
  readonly isPending: boolean;
  /** When the last message that may ask the customer something arrived; null if none did. */
  readonly askedAt: Instant | null;
  /** When the last nudge arrived; null if none did. */
  readonly nudgedAt: Instant | null;
}

export const inactivityCounted = (since: Instant, terms: Inactivity["terms"]): Inactivity => ({
  since,
  terms,
  nudgeAt: terms.nudge === null ? null : addWorkingTime(terms.calendar, since, terms.nudge),
  closeAt: terms.close === null ? null : addWorkingTime(terms.calendar, since, terms.close),
  nudged: false,
});

/** When a ticket that waits from now on is nudged and closed, by the current desk; null if the desk does neither. */
export const inactivityFrom = (ticket: Ticket, desk: Desk, at: Instant): Inactivity | null => {
  if (desk.waiting === null) return null;
  return inactivityCounted(at, { ...desk.waiting, calendar: ticketCalendar(ticket, desk) });
};

/** Whether the customer was never answered, or a new first response is due. */
export const firstAnswerOpen = (ticket: Ticket): boolean =>
  ticket.replies === 0 || runningOf(ticket, "firstResponse") !== undefined;

/** Whether staff wrote after the customer's last message. Only then can something have been asked of the customer. */
export const staffWroteLast = (ticket: Ticket): boolean =>
  !firstAnswerOpen(ticket) &&
  ticket.unanswered === null &&
  ticket.lastReplyAt !== null &&
  ticket.lastReplyAt >= (ticket.lastCustomerMessage?.at ?? ticket.openedAt);

/** When the desk next acts on the customer's inactivity; null if never. */
export const nextInactivityStep = (ticket: Ticket): Instant | null => {
  const inactivity = inactivityOf(ticket);
  if (inactivity === null) return null;
  return inactivity.nudged || inactivity.nudgeAt === null ? inactivity.closeAt : inactivity.nudgeAt;
};
