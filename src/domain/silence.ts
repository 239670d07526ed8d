import type { Calendar } from "./calendar.ts";
import { termsOf } from "./clock-changes.ts";
import type { Desk } from "./desk.ts";
import type { Decision } from "./messages.ts";
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
  const spoken = Math.max(silence.since, lastReplyAt ?? 0, lastCustomerWords?.at ?? 0);
  if (spoken > silence.since)
    return accept(command, { type: "silenceCounted", silence: counted(spoken, silence.terms) });
  return silence.nudged || silence.nudgeAt === null
    ? accept(command, { type: "resolved", asksRating: false, silent: true })
    : accept(command, { type: "nudged", silence: nudged(silence, command.at) });
};
