import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Calendar, EndedPause } from "../../sla/calendar.ts";
import type { Instant } from "../../sla/instant.ts";
import { deskFor } from "./consulting-desk.ts";
import { endsWaiting, pausesOf } from "./pauses.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import type { ClockChanges, CountedTarget } from "./changed-clocks.ts";
import { runningClocks, runningOf } from "./plan.ts";
import { targetFrom, retarget, targetFor, termsFor, sameTerms, type TargetRequest } from "./sla-target.ts";
import { resumed } from "./step-times.ts";
import { leftUnanswered } from "../unanswered.ts";
import type { MessageKey } from "../refs.ts";
import { isAnsweredInChannel } from "./is-answer.ts";
import type { Severity } from "../../sla/severity.ts";
import { severityOf, type Ticket } from "../ticket.ts";

/** An event that does not change the clocks. */
export const noChange: ClockChanges = { started: [], retargeted: {}, moved: {} };

/** The terms under which a ticket gets its targets. */
export interface TicketTerms {
  readonly desk: Desk;
  readonly account: Account | null;
  readonly severity: Severity;
}

/** The current terms of a ticket. */
export const termsOf = (ticket: Ticket, desk: Desk): TicketTerms => ({
  desk: deskFor(ticket.kind, desk),
  account: ticket.account === null ? null : (desk.accounts[ticket.account] ?? null),
  severity: severityOf(ticket),
});

/** The calendar in which the ticket's time counts now. */
export const ticketCalendar = (ticket: Ticket, desk: Desk): Calendar => {
  const { desk: ticketDesk, account, severity } = termsOf(ticket, desk);
  return termsFor(ticketDesk, account, severity).calendar;
};

type Started = ClockChanges["started"];

const start = (request: TargetRequest, at: Instant, give: typeof targetFor = targetFor): Started => {
  const target = give(request, at);
  return target === null ? [] : [{ kind: request.kind, since: request.since, target }];
};

const latest = (ticket: Ticket, kind: ClockKind): Clock | undefined =>
  ticket.sla.clocks.findLast((clock) => clock.kind === kind);

/** A first response and a resolution are due. */
export const whenOpened = (terms: TicketTerms, at: Instant): ClockChanges => ({
  ...noChange,
  started: (["firstResponse", "resolution"] as const).flatMap((kind) =>
    start({ ...terms, kind, since: at, pauses: [] }, at),
  ),
});

/** The technical team's answer is due, if the plan has a target for it. */
export const whenAskedTech = (ticket: Ticket, desk: Desk, at: Instant): ClockChanges => ({
  ...noChange,
  started: start({ ...termsOf(ticket, desk), kind: "tech", since: at, pauses: [] }, at),
});

/** Whether the customer had a first response. Before that, no next response can be due. */
const firstAnswered = (ticket: Ticket): boolean =>
  ticket.replies > 0 && runningOf(ticket, "firstResponse") === undefined;

/** A message of the customer, and when they wrote it. */
interface ReceivedMessage {
  readonly wroteAt: Instant;
  readonly message: MessageKey | null;
}

/** The start of a wait moves only to an older message. Several messages are one wait. */
const nextAnswer = (
  ticket: Ticket,
  { wroteAt, message }: ReceivedMessage,
  terms: TicketTerms,
  at: Instant,
): Pick<ClockChanges, "started" | "moved"> => {
  if (isAnsweredInChannel(ticket, message, wroteAt) || !firstAnswered(ticket)) return noChange;
  const clock = runningOf(ticket, "nextResponse");
  const since = Math.min(wroteAt, ticket.unanswered?.first ?? wroteAt);
  if (clock === undefined)
    return { started: start({ ...terms, kind: "nextResponse", since, pauses: [] }, at), moved: {} };
  if (since >= clock.startedAt) return noChange;
  return {
    started: [],
    moved: { nextResponse: { since, target: targetFrom(clock.target, clock.startedAt, since) } },
  };
};

/** The resolution clock resumes after the pause that lasts now. */
export const continuesIn = (ticket: Ticket, clock: Clock | undefined, at: Instant): CountedTarget | null => {
  const { since: from } = ticket.sla.pauses;
  if (clock === undefined || from === null) return null;
  const { startedAt: since, target } = clock;
  return { since, target: resumed(target, since, { from, to: Math.max(from, at) }) };
};

/** The customer wrote: a next response may be due from that moment, and the resolution clock resumes. */
export const whenCustomerWrote = (ticket: Ticket, message: ReceivedMessage, desk: Desk, at: Instant): ClockChanges => {
  if (ticket.status === "resolved") return noChange;
  const { wroteAt } = message;
  const { started, moved } = nextAnswer(ticket, message, termsOf(ticket, desk), at);
  const resolution = endsWaiting(ticket, wroteAt)
    ? continuesIn(ticket, runningOf(ticket, "resolution"), wroteAt)
    : null;
  return { ...noChange, started, moved: { ...moved, ...(resolution === null ? {} : { resolution }) } };
};

/** The next response that is due to a customer who waits since then; empty if the plan has no target for it. */
export const nextResponseSince = (ticket: Ticket, since: Instant, desk: Desk, at: Instant): Started =>
  start({ ...termsOf(ticket, desk), kind: "nextResponse", since, pauses: [] }, at);

/** A public message of staff. It answers none of the `unread` messages, and leaves those from `next` on unanswered. */
interface PublicMessage {
  readonly at: Instant;
  readonly unread: readonly Instant[];
  readonly next: Instant | null;
}

/** Staff wrote. The messages that still wait need a next response, unless a clock already counts it. */
export const whenReplied = (ticket: Ticket, desk: Desk, { at, unread, next: since }: PublicMessage): ClockChanges => {
  const isCounted = (["firstResponse", "nextResponse"] as const).some((kind) => {
    const clock = runningOf(ticket, kind);
    return clock !== undefined && leftUnanswered([clock.startedAt], at, unread).length > 0;
  });
  if (ticket.status === "resolved" || since === null || isCounted) return noChange;
  return { ...noChange, started: start({ ...termsOf(ticket, desk), kind: "nextResponse", since, pauses: [] }, at) };
};

/** Earlier messages need no answer; those since then (null: none) still wait for one. */
export const whenDismissed = (ticket: Ticket, since: Instant | null, desk: Desk, at: Instant): ClockChanges => {
  if (since === null || !firstAnswered(ticket)) return noChange;
  return { ...noChange, started: start({ ...termsOf(ticket, desk), kind: "nextResponse", since, pauses: [] }, at) };
};

/**
 * Since when a clock of this kind should have run but did not, because the earlier terms had no target for it; null if
 * it need not run.
 */
const owedSince = (ticket: Ticket, kind: ClockKind): Instant | null => {
  if (ticket.status === "resolved" || runningOf(ticket, kind) !== undefined) return null;
  const before = latest(ticket, kind);
  switch (kind) {
    case "firstResponse":
      return ticket.replies === 0 ? (before?.startedAt ?? ticket.openedAt) : null;
    case "nextResponse":
      return firstAnswered(ticket) ? (ticket.unanswered?.first ?? null) : null;
    case "resolution":
      return before?.startedAt ?? ticket.openedAt;
    case "update":
    case "tech":
      return null;
  }
};

/** New terms of a ticket, and its ended pauses. */
type NewTerms = TicketTerms & { readonly pauses: readonly EndedPause[] };

/**
 * New terms: all running clocks follow them, except a promised update, which a person promised. Clocks that only the
 * new terms have start now, counted from the moment they should have started. With `never: "later"` no running clock is
 * due later than before.
 */
export const whenTermsChange = (
  ticket: Ticket,
  { pauses, ...terms }: NewTerms,
  at: Instant,
  never?: "later",
): ClockChanges => {
  const request = (kind: ClockKind, since: Instant): TargetRequest => ({
    ...terms,
    kind,
    since,
    pauses: pausesOf(ticket, { kind }, pauses),
  });
  return {
    ...noChange,
    retargeted: Object.fromEntries(
      runningClocks(ticket).flatMap((clock) => {
        if (clockTraits[clock.kind].target === "moment") return [];
        const owes = request(clock.kind, clock.startedAt);
        if (sameTerms(owes, clock.target)) return [];
        return [[clock.kind, retarget(owes, at, never === "later" ? clock.target.due : undefined)]];
      }),
    ),
    started: (["firstResponse", "nextResponse", "resolution"] as const).flatMap((kind) => {
      const since = owedSince(ticket, kind);
      return since === null ? [] : start(request(kind, since), at, (owes, now) => retarget(owes, now));
    }),
  };
};

/** Whether new terms change anything. */
export const changesSomething = ({ started, retargeted, moved }: ClockChanges): boolean =>
  started.length > 0 || Object.keys(retargeted).length > 0 || Object.keys(moved).length > 0;

/**
 * The ticket is open again, and its resolution clock resumes. If the customer asks again or was never answered, a next
 * response is due if the plan has a target for it, else a first response.
 */
export const whenReopened = (ticket: Ticket, needsReply: boolean, desk: Desk, at: Instant): ClockChanges => {
  const answer = (kind: ClockKind): Started => start({ ...termsOf(ticket, desk), kind, since: at, pauses: [] }, at);
  const next = needsReply && ticket.replies > 0 ? answer("nextResponse") : [];
  const first = next.length === 0 && (needsReply || ticket.replies === 0) ? answer("firstResponse") : [];
  const solution = latest(ticket, "resolution");
  const resolution = continuesIn(ticket, solution?.end?.how === "cancelled" ? undefined : solution, at);
  return { ...noChange, started: [...next, ...first], moved: resolution === null ? {} : { resolution } };
};
