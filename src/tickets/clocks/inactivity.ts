import { addWorkingTime } from "../../sla/working-time.ts";
import type { Inactivity } from "../ticket-records.ts";
import { inactivityOf, type Ticket } from "../ticket.ts";
import { runningOf } from "./plan.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketCalendar } from "./clock-changes.ts";
import type { Instant } from "../../sla/instant.ts";

export const counted = (since: Instant, terms: Inactivity["terms"]): Inactivity => ({
  since,
  terms,
  nudgeAt: terms.nudge === null ? null : addWorkingTime(terms.calendar, since, terms.nudge),
  closeAt: terms.close === null ? null : addWorkingTime(terms.calendar, since, terms.close),
  nudged: false,
});

/** What becomes of a ticket that waits for its customer from now on, by the desk of today; null where the desk lets it wait. */
export const inactivityFrom = (ticket: Ticket, desk: Desk, at: Instant): Inactivity | null => {
  if (desk.waiting === null) return null;
  return counted(at, { ...desk.waiting, calendar: ticketCalendar(ticket, desk) });
};

/** Whether the customer was never answered, or a first answer is owed anew. */
export const firstAnswerOpen = (ticket: Ticket): boolean =>
  ticket.replies === 0 || runningOf(ticket, "firstResponse") !== undefined;

/** Whether staff wrote to the customer since the customer wrote last: only then can something have been asked of them. */
export const wroteLast = (ticket: Ticket): boolean =>
  !firstAnswerOpen(ticket) &&
  ticket.unanswered.length === 0 &&
  ticket.lastReplyAt !== null &&
  ticket.lastReplyAt >= (ticket.lastCustomerMessage?.at ?? ticket.openedAt);

/** When the desk next has something to do about the silence; null where it has nothing. */
export const nextInactivityStep = (ticket: Ticket): Instant | null => {
  const inactivity = inactivityOf(ticket);
  if (inactivity === null) return null;
  return inactivity.nudged || inactivity.nudgeAt === null ? inactivity.closeAt : inactivity.nudgeAt;
};
