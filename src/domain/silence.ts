import type { Calendar } from "./calendar.ts";
import { termsOf } from "./clock-changes.ts";
import type { Desk } from "./desk.ts";
import type { Decision } from "./messages.ts";
import { runningClocks } from "./plan.ts";
import { termsFor } from "./promise.ts";
import type { Instant } from "./refs.ts";
import type { Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";
import type { Silence } from "./ways.ts";
import { addWorkingTime, workingTimeBetween } from "./working-time.ts";

const counted = (since: Instant, terms: Silence["terms"]): Silence => ({
  since,
  terms,
  nudgeAt: terms.nudge === null ? null : addWorkingTime(terms.calendar, since, terms.nudge),
  closeAt: terms.close === null ? null : addWorkingTime(terms.calendar, since, terms.close),
  nudged: false,
});

/** What becomes of a ticket that waits for its customer from now on, by the desk of today; null where the desk lets it wait. */
export const silenceFrom = (ticket: Ticket, desk: Desk, at: Instant): Silence | null => {
  if (desk.waiting === null) return null;
  const { account, severity } = termsOf(ticket, desk);
  const { calendar } = termsFor(desk, account, severity);
  return counted(at, { ...desk.waiting, calendar });
};

/** Whether the customer was never answered, or a first answer is owed anew. */
const firstAnswerOpen = (ticket: Ticket): boolean =>
  ticket.replies === 0 || runningClocks(ticket).some(({ kind }) => kind === "firstResponse");

/** Whether staff wrote to the customer since the customer wrote last: only then can something have been asked of them. */
export const wroteLast = (ticket: Ticket): boolean =>
  !firstAnswerOpen(ticket) &&
  ticket.unanswered.length === 0 &&
  ticket.lastReplyAt !== null &&
  ticket.lastReplyAt >= (ticket.lastCustomerWords?.at ?? ticket.openedAt);

/** The ticket waits for its customer from now on. */
export const wait = (ticket: Ticket, command: Extract<Change, { type: "wait" }>, desk: Desk): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.status === "waiting") return refuse({ reason: "alreadyThat", what: "waiting" });
  return command.asked !== true || wroteLast(ticket)
    ? accept(command, { type: "waited", silence: silenceFrom(ticket, desk, command.at) })
    : refuse({ reason: "nothingAskedOfCustomer" });
};

/** When the desk next has something to do about the silence; null where it has nothing. */
export const nextOfSilence = ({ status, silence }: Pick<Ticket, "status" | "silence">): Instant | null => {
  if (status !== "waiting" || silence === null) return null;
  return silence.nudged || silence.nudgeAt === null ? silence.closeAt : silence.nudgeAt;
};

const later = (calendar: Calendar, at: Instant, from: Instant, to: Instant): Instant =>
  Math.max(to, addWorkingTime(calendar, at, { days: 0, ms: workingTimeBetween(calendar, from, to) }));

/** Who was nudged late has as long to answer as who was nudged in time. */
const nudged = (silence: Silence, at: Instant): Silence => {
  const { nudgeAt, closeAt, terms } = silence;
  const rest = nudgeAt === null || closeAt === null ? closeAt : later(terms.calendar, at, nudgeAt, closeAt);
  return { ...silence, nudged: true, closeAt: rest };
};

/**
 * The desk's clock looks at a ticket that waits: a nudge, then the end. What anybody wrote meanwhile (staff more, the customer
 * only thanks) begins the wait anew.
 */
export const tendSilence = (ticket: Ticket, command: Change): Decision => {
  const { silence, lastReplyAt, lastCustomerWords } = ticket;
  const next = nextOfSilence(ticket);
  // An answer that is held begins it anew as soon as it leaves.
  if (silence === null || next === null || next > command.at || ticket.held.length > 0)
    return refuse({ reason: "notDue" });
  // Nobody answered the customer, so their silence says nothing: it is neither nudged nor closed.
  if (firstAnswerOpen(ticket))
    return accept(command, { type: "silenceCounted", silence: { ...silence, nudgeAt: null, closeAt: null } });
  const spoken = Math.max(silence.since, lastReplyAt ?? 0, lastCustomerWords?.at ?? 0);
  if (spoken > silence.since)
    return accept(command, { type: "silenceCounted", silence: counted(spoken, silence.terms) });
  return silence.nudged || silence.nudgeAt === null
    ? accept(command, { type: "resolved", asksRating: false, silent: true })
    : accept(command, { type: "nudged", silence: nudged(silence, command.at) });
};
