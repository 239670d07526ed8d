import {
  inactivityCounted,
  inactivityFrom,
  firstAnswerOpen,
  staffWroteLast,
  nextInactivityStep,
} from "../../tickets/clocks/inactivity.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { owedOn } from "../../tickets/owed.ts";
import { inactivityOf, type Ticket } from "../../tickets/ticket.ts";
import type { Inactivity } from "../../tickets/ticket-records.ts";
import { addWorkingTime, workingTimeBetween } from "../../sla/working-time.ts";

/** The ticket waits for its customer from now on. */
export const wait = (ticket: Ticket, command: Extract<TicketCommand, { type: "wait" }>, desk: Desk): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.status === "waiting") return refuse({ reason: "alreadyThat", what: "waiting" });
  return command.asked !== true || staffWroteLast(ticket)
    ? accept(command, { type: "waitStarted", inactivity: inactivityFrom(ticket, desk, command.at) })
    : refuse({ reason: "nothingAskedOfCustomer" });
};

const later = (calendar: Calendar, at: Instant, from: Instant, to: Instant): Instant =>
  Math.max(to, addWorkingTime(calendar, at, { days: 0, ms: workingTimeBetween(calendar, from, to) }));

/** A customer who was nudged late has as much time left as one who was nudged on time. */
const nudged = (inactivity: Inactivity, at: Instant): Inactivity => {
  const { nudgeAt, closeAt, terms } = inactivity;
  const rest = nudgeAt === null || closeAt === null ? closeAt : later(terms.calendar, at, nudgeAt, closeAt);
  return { ...inactivity, nudged: true, closeAt: rest };
};

/**
 * The clock checks a waiting ticket: first it nudges, then it closes. A message since (from staff, or a customer's
 * thank-you) restarts the wait. While the desk owes the customer something, the wait starts again at each check.
 */
export const checkInactivity = (ticket: Ticket, command: TicketCommand): Decision => {
  const inactivity = inactivityOf(ticket);
  const { lastReplyAt, lastCustomerMessage } = ticket;
  const next = nextInactivityStep(ticket);
  // A pending answer restarts the wait once it is sent.
  if (inactivity === null || next === null || next > command.at || ticket.pendingReplies.length > 0)
    return refuse({ reason: "notDue" });
  // The customer was never answered, so they are neither nudged nor closed.
  if (firstAnswerOpen(ticket))
    return accept(command, {
      type: "inactivityRestarted",
      inactivity: { ...inactivity, nudgeAt: null, closeAt: null },
    });
  const lastMessageAt = Math.max(inactivity.since, lastReplyAt ?? 0, lastCustomerMessage?.at ?? 0);
  const countsFrom = owedOn(ticket).length > 0 ? command.at : lastMessageAt;
  if (countsFrom > inactivity.since)
    return accept(command, {
      type: "inactivityRestarted",
      inactivity: inactivityCounted(countsFrom, inactivity.terms),
    });
  return inactivity.nudged || inactivity.nudgeAt === null
    ? accept(command, { type: "resolved", asksRating: false, autoClosed: true })
    : accept(command, { type: "nudged", inactivity: nudged(inactivity, command.at) });
};
