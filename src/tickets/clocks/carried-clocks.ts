import type { Clock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { addWorkingTime, workingTimeBetween } from "../../sla/working-time.ts";
import type { Desk } from "../../desk/desk.ts";
import { clockTraits } from "../../sla/clock-kinds.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Ticket } from "../ticket.ts";
import type { ClockChanges, CountedTarget } from "./changed-clocks.ts";
import { continuesIn, noChange, nextResponseSince } from "./clock-changes.ts";
import { pausedSince, runningOf } from "./plan.ts";

/** A running clock of a merged ticket. */
export interface CarriedClock extends CountedTarget {
  readonly kind: ClockKind;
  /** The working time (ms) that was left at the merge. The clock may have been paused then. */
  readonly left: number;
}

/** The clocks of a merged ticket that its customer relies on. */
export interface CarriedClocks {
  /** Since when the customer waits for an answer; null if they do not. */
  readonly waitsSince: Instant | null;
  /** Its first or next response; null if its plan has no target for the wait. */
  readonly answer: CarriedClock | null;
  readonly update: CarriedClock | null;
  readonly resolution: CarriedClock | null;
}

const carriedClock = (ticket: Ticket, kind: ClockKind, at: Instant): CarriedClock | null => {
  const clock = runningOf(ticket, kind);
  if (clock === undefined) return null;
  const { startedAt: since, target } = clock;
  const from = pausedSince(ticket, clock) ?? at;
  return { kind, since, target, left: from < target.due ? workingTimeBetween(target.calendar, from, target.due) : 0 };
};

/** What the clocks of a ticket leave to the ticket that it is merged into. */
export const carriedClocks = (ticket: Ticket, at: Instant): CarriedClocks => {
  const answer = carriedClock(ticket, "firstResponse", at) ?? carriedClock(ticket, "nextResponse", at);
  const first = ticket.unanswered?.first ?? null;
  return {
    waitsSince: answer === null ? first : Math.min(answer.since, first ?? answer.since),
    answer,
    update: carriedClock(ticket, "update", at),
    resolution: carriedClock(ticket, "resolution", at),
  };
};

/** The same target at the moment of the merge. Steps before that moment do not come again. */
const asOf = (target: SlaTarget, due: Instant, at: Instant): SlaTarget => ({ ...target, due, madeAt: at });

/** The running clock keeps the earlier of two due times. */
const earliest = (own: Clock, target: SlaTarget): Pick<ClockChanges, "retargeted"> =>
  target.due < own.target.due ? { retargeted: { [own.kind]: target } } : { retargeted: {} };

/**
 * The customer waits here. A clock that counts a wait already keeps the earlier due time. Otherwise a next response is due,
 * by the merged ticket's target if that is earlier. If the plan has none, the merged ticket's clock goes on as it was.
 */
const answerChanges = (
  ticket: Ticket,
  { waitsSince, answer }: CarriedClocks,
  desk: Desk,
  at: Instant,
): ClockChanges => {
  if (waitsSince === null) return noChange;
  const target = answer === null ? null : asOf(answer.target, answer.target.due, at);
  const own = runningOf(ticket, "firstResponse") ?? runningOf(ticket, "nextResponse");
  if (own !== undefined) {
    const kept = target === null ? noChange : { ...noChange, ...earliest(own, target) };
    const countsMessages = clockTraits[own.kind].startsOn === "customerMessage";
    if (!countsMessages || waitsSince >= own.startedAt) return kept;
    const counted = kept.retargeted[own.kind] ?? own.target;
    return { ...kept, moved: { [own.kind]: { since: waitsSince, target: counted } } };
  }
  const [next] = nextResponseSince(ticket, waitsSince, desk, at);
  if (target === null || answer === null) return { ...noChange, started: next === undefined ? [] : [next] };
  const isCounted = next !== undefined && next.target.due <= target.due;
  const kind = next === undefined ? answer.kind : "nextResponse";
  return { ...noChange, started: [{ kind, since: waitsSince, target: isCounted ? next.target : target }] };
};

/** A promised update counts from the merge on, so that no reply from before it counts as the update. */
const updateChanges = (ticket: Ticket, { update }: CarriedClocks, at: Instant): ClockChanges => {
  if (update === null) return noChange;
  const { due } = update.target;
  const counted = { since: Math.min(at, due), target: asOf(update.target, due, at) };
  const own = runningOf(ticket, "update");
  if (own === undefined) return { ...noChange, started: [{ kind: "update", ...counted }] };
  return due < own.target.due
    ? { ...noChange, retargeted: { update: counted.target }, moved: { update: counted } }
    : noChange;
};

/** The due time that leaves the clock the same working time here, whether it is paused or not. */
const dueHere = ({ target, left }: CarriedClock, from: Instant): Instant =>
  left === 0 ? target.due : addWorkingTime(target.calendar, from, { days: 0, ms: left });

/** The solution is due at the earlier of both times. If the merge ends a wait, the clock resumes. */
const resolutionChanges = (ticket: Ticket, { resolution, waitsSince }: CarriedClocks, at: Instant): ClockChanges => {
  const own = runningOf(ticket, "resolution");
  const resumed = waitsSince === null ? null : continuesIn(ticket, own, at);
  const from = waitsSince === null ? (ticket.sla.pauses.since ?? at) : at;
  const target = resolution === null ? null : asOf(resolution.target, dueHere(resolution, from), at);
  if (own === undefined)
    return resolution === null || target === null
      ? noChange
      : { ...noChange, started: [{ kind: "resolution", since: resolution.since, target }] };
  if (resumed === null) return target === null ? noChange : { ...noChange, ...earliest(own, target) };
  const isEarlier = target !== null && target.due < resumed.target.due;
  return { ...noChange, moved: { resolution: isEarlier ? { since: resumed.since, target } : resumed } };
};

/**
 * What a merge changes on the clocks of the ticket that goes on. No target of the merged ticket's customer is due later
 * than it was promised to them.
 */
export const whenMergedFrom = (ticket: Ticket, carried: CarriedClocks, desk: Desk, at: Instant): ClockChanges => {
  if (ticket.status === "resolved") return noChange;
  const answer = answerChanges(ticket, carried, desk, at);
  const update = updateChanges(ticket, carried, at);
  const resolution = resolutionChanges(ticket, carried, at);
  return {
    started: [...answer.started, ...update.started, ...resolution.started],
    retargeted: { ...answer.retargeted, ...update.retargeted, ...resolution.retargeted },
    moved: { ...answer.moved, ...update.moved, ...resolution.moved },
  };
};
