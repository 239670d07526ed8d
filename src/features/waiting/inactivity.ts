import {
  type CustomerDelivery,
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

type CheckInactivity = Extract<TicketCommand, { type: "checkInactivity" }>;

/** The ticket waits for its customer from now on. */
export const wait = (ticket: Ticket, command: Extract<TicketCommand, { type: "wait" }>, desk: Desk): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.status === "waiting") return refuse({ reason: "alreadyThat", what: "waiting" });
  return command.asked !== true || staffWroteLast(ticket)
    ? accept(command, { type: "waitStarted", inactivity: inactivityFrom(ticket, desk, command.at), withReply: false })
    : refuse({ reason: "nothingAskedOfCustomer" });
};

const later = (calendar: Calendar, at: Instant, from: Instant, to: Instant): Instant =>
  Math.max(to, addWorkingTime(calendar, at, { days: 0, ms: workingTimeBetween(calendar, from, to) }));

/** When a ticket closes whose customer could read the nudge at this time. They have as much time left as after one on time. */
const closesAfterNudge = ({ since, terms }: Inactivity, readable: Instant): Instant | null => {
  const { nudgeAt, closeAt } = inactivityCounted(since, terms);
  return nudgeAt === null || closeAt === null ? closeAt : later(terms.calendar, readable, nudgeAt, closeAt);
};

const nudged = (inactivity: Inactivity, at: Instant): Inactivity => ({
  ...inactivity,
  nudged: true,
  closeAt: closesAfterNudge(inactivity, at),
});

/** A message that arrived within this time (ms) counts as read when it was written. */
const promptMs = 60_000;

const arrivedAtOnce: CustomerDelivery = { isPending: false, askedAt: null, nudgedAt: null };

/**
 * When the ticket closes, if its nudge arrived late or a message to the customer is still pending. Null if the customer had
 * their time since the nudge.
 */
const closesLater = (
  inactivity: Inactivity,
  { isPending, nudgedAt }: CustomerDelivery,
  now: Instant,
): Instant | null => {
  const readable = isPending ? now : (nudgedAt ?? inactivity.since);
  const closeAt = inactivity.nudged ? closesAfterNudge(inactivity, readable) : null;
  return closeAt !== null && closeAt > now ? closeAt : null;
};

/** From when the wait counts: the last message of either side, or the time at which the customer could read it. */
const waitCountsFrom = (
  ticket: Ticket,
  inactivity: Inactivity,
  { isPending, askedAt }: CustomerDelivery,
  now: Instant,
): Instant => {
  if (owedOn(ticket).length > 0 || (isPending && !inactivity.nudged)) return now;
  const writtenAt = Math.max(inactivity.since, ticket.lastReplyAt ?? 0, ticket.lastCustomerMessage?.at ?? 0);
  return askedAt !== null && askedAt > writtenAt + promptMs ? askedAt : writtenAt;
};

/**
 * The clock checks a waiting ticket: first it nudges, then it closes. A message since (from staff, or a customer's
 * thank-you) restarts the wait. While the desk owes the customer something, or a message to them is pending, the wait
 * starts again at each check. A message that arrived late counts from its arrival.
 */
export const checkInactivity = (ticket: Ticket, command: CheckInactivity): Decision => {
  const { at, delivery = arrivedAtOnce } = command;
  const inactivity = inactivityOf(ticket);
  const next = nextInactivityStep(ticket);
  // A pending answer restarts the wait once it is sent.
  if (inactivity === null || next === null || next > at || ticket.pendingReplies.length > 0)
    return refuse({ reason: "notDue" });
  const restarted = (terms: Inactivity) => accept(command, { type: "inactivityRestarted", inactivity: terms });
  // The customer was never answered, so they are neither nudged nor closed.
  if (firstAnswerOpen(ticket)) return restarted({ ...inactivity, nudgeAt: null, closeAt: null });
  const countsFrom = waitCountsFrom(ticket, inactivity, delivery, at);
  if (countsFrom > inactivity.since) return restarted(inactivityCounted(countsFrom, inactivity.terms));
  const closeAt = closesLater(inactivity, delivery, at);
  if (closeAt !== null) return restarted({ ...inactivity, closeAt });
  return inactivity.nudged || inactivity.nudgeAt === null
    ? accept(command, { type: "resolved", asksRating: false, autoClosed: true })
    : accept(command, { type: "nudged", inactivity: nudged(inactivity, at) });
};
