import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Instant } from "../../sla/instant.ts";
import { deskFor } from "./consulting-desk.ts";
import { endsWaiting } from "./pauses-of.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import type { ClockChanges, CountedTarget } from "./changed-clocks.ts";
import { pausesOf } from "./pauses-of.ts";
import { runningClocks, runningOf } from "./plan.ts";
import { countedFrom, retarget, targetFor, termsFor, resumed, sameTerms, type TargetRequest } from "./sla-target.ts";
import type { MessageKey } from "../refs.ts";
import { isAnsweredThere } from "./is-answer.ts";
import type { Severity } from "../../sla/severity.ts";
import { severityOf, type Ticket } from "../ticket.ts";

/** A fact that leaves the clocks alone. */
export const noChange: ClockChanges = { started: [], retargeted: {}, moved: {} };

/** Under which terms a ticket's promises are given. */
export interface TicketTerms {
  readonly desk: Desk;
  readonly account: Account | null;
  readonly severity: Severity;
}

/** The terms that hold for a ticket as it is. */
export const termsOf = (ticket: Ticket, desk: Desk): TicketTerms => ({
  desk: deskFor(ticket.kind, desk),
  account: ticket.account === null ? null : (desk.accounts[ticket.account] ?? null),
  severity: severityOf(ticket),
});

/** The calendar in which a ticket's time counts as it is. */
export const ticketCalendar = (ticket: Ticket, desk: Desk): Calendar => {
  const { desk: theirs, account, severity } = termsOf(ticket, desk);
  return termsFor(theirs, account, severity).calendar;
};

type Started = ClockChanges["started"];

const start = (owed: TargetRequest, at: Instant, give: typeof targetFor = targetFor): Started => {
  const promise = give(owed, at);
  return promise === null ? [] : [{ kind: owed.kind, since: owed.since, target: promise }];
};

const latest = (ticket: Ticket, kind: ClockKind): Clock | undefined =>
  ticket.sla.clocks.findLast((clock) => clock.kind === kind);

/** A first answer is owed, and a solution. */
export const whenOpened = (terms: TicketTerms, at: Instant): ClockChanges => ({
  ...noChange,
  started: (["firstResponse", "resolution"] as const).flatMap((kind) =>
    start({ ...terms, kind, since: at, pauses: [] }, at),
  ),
});

/** The technical team owes the desk an answer, where the plan names a target for them. */
export const whenAskedTech = (ticket: Ticket, desk: Desk, at: Instant): ClockChanges => ({
  ...noChange,
  started: start({ ...termsOf(ticket, desk), kind: "tech", since: at, pauses: [] }, at),
});

/** Whether a next answer can be owed at all: not before the first one. */
const firstAnswered = (ticket: Ticket): boolean =>
  ticket.replies > 0 && runningOf(ticket, "firstResponse") === undefined;

/** What the customer wrote, and when. */
interface Heard {
  readonly wroteAt: Instant;
  readonly message?: MessageKey | undefined;
}

/** A message moves only the start of a wait that it is older than; the wait itself is one, however often they write. */
const nextAnswer = (
  ticket: Ticket,
  { wroteAt, message }: Heard,
  terms: TicketTerms,
  at: Instant,
): Pick<ClockChanges, "started" | "moved"> => {
  if (isAnsweredThere(ticket, message, wroteAt) || !firstAnswered(ticket)) return noChange;
  const clock = runningOf(ticket, "nextResponse");
  const since = Math.min(wroteAt, ...ticket.unanswered);
  if (clock === undefined)
    return { started: start({ ...terms, kind: "nextResponse", since, pauses: [] }, at), moved: {} };
  if (since >= clock.startedAt) return noChange;
  return {
    started: [],
    moved: { nextResponse: { since, target: countedFrom(clock.target, clock.startedAt, since) } },
  };
};

/** What there is to solve goes on after the pause that lasts now. */
const continuesIn = (ticket: Ticket, clock: Clock | undefined, at: Instant): CountedTarget | null => {
  const pause = ticket.sla.pauses.at(-1);
  if (clock === undefined || pause === undefined || pause.to !== null) return null;
  const { from } = pause;
  return { since: clock.startedAt, target: resumed(clock.target, { from, to: Math.max(from, at) }) };
};

/** The customer wrote: a next answer may be owed from that moment on, and what waited for them goes on. */
export const whenHeard = (ticket: Ticket, heard: Heard, desk: Desk, at: Instant): ClockChanges => {
  if (ticket.status === "resolved") return noChange;
  const { wroteAt } = heard;
  const { started, moved } = nextAnswer(ticket, heard, termsOf(ticket, desk), at);
  const resolution = endsWaiting(ticket, wroteAt)
    ? continuesIn(ticket, runningOf(ticket, "resolution"), wroteAt)
    : null;
  return { ...noChange, started, moved: { ...moved, ...(resolution === null ? {} : { resolution }) } };
};

/**
 * Staff wrote: what the customer wrote after it (it came in before), and what was `unread` then, waits for a next answer, unless
 * a clock counts that already.
 */
export const whenReplied = (ticket: Ticket, desk: Desk, at: Instant, unread: readonly Instant[] = []): ClockChanges => {
  const waits = (from: Instant): boolean => from > at || unread.includes(from);
  const since = ticket.unanswered.find(waits);
  const isCounted = (["firstResponse", "nextResponse"] as const).some((kind) =>
    waits(runningOf(ticket, kind)?.startedAt ?? at),
  );
  if (ticket.status === "resolved" || since === undefined || isCounted) return noChange;
  return { ...noChange, started: start({ ...termsOf(ticket, desk), kind: "nextResponse", since, pauses: [] }, at) };
};

/** What was written until a moment needs no answer; what was written after it still waits for one. */
export const whenDismissed = (ticket: Ticket, upTo: Instant, desk: Desk, at: Instant): ClockChanges => {
  const since = ticket.unanswered.find((wroteAt) => wroteAt > upTo);
  if (since === undefined || !firstAnswered(ticket)) return noChange;
  return { ...noChange, started: start({ ...termsOf(ticket, desk), kind: "nextResponse", since, pauses: [] }, at) };
};

/** Since when something is owed for which no clock runs, for the terms that were promised nothing before. */
const owedSince = (ticket: Ticket, kind: ClockKind): Instant | null => {
  if (ticket.status === "resolved" || runningOf(ticket, kind) !== undefined) return null;
  const before = latest(ticket, kind);
  switch (kind) {
    case "firstResponse":
      return ticket.replies === 0 ? (before?.startedAt ?? ticket.openedAt) : null;
    case "nextResponse":
      return firstAnswered(ticket) ? (ticket.unanswered[0] ?? null) : null;
    case "resolution":
      return before?.startedAt ?? ticket.openedAt;
    case "update":
    case "tech":
      return null;
  }
};

/**
 * New terms: every running clock follows them, except a promised update, which was promised by a person; and what they promise
 * and the old ones did not starts now, counted from the moment it is owed. `never: "later"` keeps what was told: no running clock
 * is due after it was before.
 */
export const whenTermsChange = (ticket: Ticket, terms: TicketTerms, at: Instant, never?: "later"): ClockChanges => {
  const owed = (kind: ClockKind, since: Instant): TargetRequest => ({
    ...terms,
    kind,
    since,
    pauses: pausesOf(ticket, { kind }),
  });
  return {
    ...noChange,
    retargeted: Object.fromEntries(
      runningClocks(ticket).flatMap((clock) => {
        if (clockTraits[clock.kind].target === "moment") return [];
        const owes = owed(clock.kind, clock.startedAt);
        if (sameTerms(owes, clock.target)) return [];
        return [[clock.kind, retarget(owes, at, never === "later" ? clock.target.due : undefined)]];
      }),
    ),
    started: (["firstResponse", "nextResponse", "resolution"] as const).flatMap((kind) => {
      const since = owedSince(ticket, kind);
      return since === null ? [] : start(owed(kind, since), at, (owes, now) => retarget(owes, now));
    }),
  };
};

/** Whether anything follows from new terms. */
export const changesSomething = ({ started, retargeted, moved }: ClockChanges): boolean =>
  started.length > 0 || Object.keys(retargeted).length > 0 || Object.keys(moved).length > 0;

/**
 * Open again: the solution goes on where it stopped. Somebody waits for an answer again where the customer asks for more, or
 * was never answered; as a next answer where the plan promises one, else as a first.
 */
export const whenReopened = (ticket: Ticket, asksAgain: boolean, desk: Desk, at: Instant): ClockChanges => {
  const answer = (kind: ClockKind): Started => start({ ...termsOf(ticket, desk), kind, since: at, pauses: [] }, at);
  const next = asksAgain && ticket.replies > 0 ? answer("nextResponse") : [];
  const first = next.length === 0 && (asksAgain || ticket.replies === 0) ? answer("firstResponse") : [];
  const solution = latest(ticket, "resolution");
  const resolution = continuesIn(ticket, solution?.end?.how === "dropped" ? undefined : solution, at);
  return { ...noChange, started: [...next, ...first], moved: resolution === null ? {} : { resolution } };
};
