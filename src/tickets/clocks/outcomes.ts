import { type ClockKind, clockTraits } from "../../sla/clock-kinds.ts";
import {
  isEnded,
  type BreachCause,
  type Clock,
  type ClockEnd,
  type EndedClock,
  type SlaTarget,
} from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Severity } from "../../sla/severity.ts";
import { platformOf } from "../refs.ts";
import { isWithTech, type Ticket } from "../ticket.ts";
import type { TicketKind } from "../ticket-records.ts";
import { judgedTarget, outcomeOf } from "./breach.ts";
import { countedUntil, pauseStart, waitedIn } from "./pauses.ts";

/** How a clock ended, as reports count it. Keys are those of the desk of that day. */
export interface ClockOutcome {
  readonly ticket: number;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly kind: TicketKind;
  /** The account and the area that the ticket has now; null if it has none. */
  readonly account: string | null;
  readonly area: string | null;
  /** The plan and the account manager when the target was set; null if the requester had no account. */
  readonly plan: string | null;
  readonly manager: string | null;
  readonly severity: Severity;
  /** The platform on which the ticket was opened. */
  readonly intake: string;
  /** Who had the ticket when the clock ended; null if it had no assignee. */
  readonly assignee: string | null;
  readonly startedAt: Instant;
  /** When the target was due: the first one that was breached, else the last one. The clock counts in the period of this moment. */
  readonly dueAt: Instant;
  readonly endedAt: Instant;
  readonly outcome: ClockEnd["how"];
  /** The working time (ms) of that target, and the working time (ms) that was used until the end, both without pauses. */
  readonly target: number;
  readonly used: number;
  /** How long (ms) the clock was paused: the ticket waited for the customer, or was closed. */
  readonly waited: number;
  /** Null unless it was breached. */
  readonly cause: BreachCause | null;
}

/** Which clock of which ticket. */
export type OutcomeKey = Pick<ClockOutcome, "ticket" | "clock" | "cycle">;

/** An outcome that an event brought; or one that no longer holds, because the clock runs again. */
export type OutcomeChange = OutcomeKey & { readonly outcome: ClockOutcome | null };

/** A due time that an event moved. Who did it, and why, is in the event. */
export interface DueMove extends OutcomeKey {
  readonly before: Instant;
  readonly after: Instant;
}

/** Why a clock that is breached at this moment was not answered in time. */
export const causeOfBreach = (ticket: Ticket, clock: Clock): BreachCause => {
  if (clock.undelivered === true) return "undelivered";
  if (isWithTech(ticket)) return "withTech";
  if (clock.acknowledged !== null) return "acknowledged";
  return ticket.assignee === null ? "unassigned" : "unanswered";
};

/** How long (ms) the clock waited, also in the pause that lasts. */
const waitedUntil = (ticket: Ticket, clock: Clock, end: Instant): number => {
  const from = pauseStart(ticket, clock);
  return (clock.waited ?? 0) + (from === null ? 0 : waitedIn(clock, { from, to: Math.max(from, end) }));
};

/** From when a clock counts for a target. A promised update counts from its promise, and the broken one from its own. */
export const countsFrom = (clock: Pick<Clock, "kind" | "startedAt">, { madeAt }: Pick<SlaTarget, "madeAt">): Instant =>
  clockTraits[clock.kind].target === "moment" ? madeAt : clock.startedAt;

interface Ended {
  /** The ticket before the event that ended the clock, and after it. */
  readonly before: Ticket;
  readonly after: Ticket;
  readonly clock: EndedClock;
}

const clockOutcome = ({ before, after, clock }: Ended): ClockOutcome => {
  const { end } = clock;
  const target = judgedTarget(clock);
  const outcome = outcomeOf(clock);
  const stopped = Math.min(end.at, pauseStart(before, clock) ?? end.at);
  return {
    ticket: after.number,
    clock: clock.kind,
    cycle: clock.cycle,
    kind: after.kind,
    account: after.account,
    area: after.area,
    plan: target.contract?.plan ?? null,
    manager: target.contract?.manager ?? null,
    severity: target.severity,
    intake: platformOf(after.askedIn),
    assignee: after.assignee,
    startedAt: countsFrom(clock, target),
    dueAt: target.due,
    endedAt: end.at,
    outcome,
    target: target.total,
    used: countedUntil(target, stopped),
    waited: waitedUntil(before, clock, end.at),
    cause: outcome === "breached" ? (clock.breachCause ?? causeOfBreach(before, clock)) : null,
  };
};

const sameClock = (one: Clock, other: Clock): boolean => one.kind === other.kind && one.cycle === other.cycle;

/** The clocks that an event ended. */
const clocksEnded = (before: Ticket | null, after: Ticket): readonly EndedClock[] =>
  after.sla.clocks
    .filter(isEnded)
    .filter((clock) => before?.sla.clocks.some((each) => sameClock(each, clock) && isEnded(each)) !== true);

/** What an event changed about the outcomes of a ticket. */
export const outcomeChanges = (before: Ticket | null, after: Ticket): readonly OutcomeChange[] => {
  const runsAgain = after.sla.clocks.filter(
    (clock) => clock.end === null && before?.sla.clocks.some((each) => sameClock(each, clock) && isEnded(each)),
  );
  return [
    ...runsAgain.map(({ kind, cycle }) => ({ ticket: after.number, clock: kind, cycle, outcome: null })),
    ...clocksEnded(before, after).map((clock) => ({
      ticket: after.number,
      clock: clock.kind,
      cycle: clock.cycle,
      outcome: clockOutcome({ before: before ?? after, after, clock }),
    })),
  ];
};

/** The due times of running clocks that an event moved, also those of a clock that runs again. */
export const dueMoves = (before: Ticket | null, after: Ticket): readonly DueMove[] =>
  after.sla.clocks.flatMap((clock) => {
    const was = before?.sla.clocks.find((each) => sameClock(each, clock));
    return was === undefined || was.target.due === clock.target.due
      ? []
      : [
          {
            ticket: after.number,
            clock: clock.kind,
            cycle: clock.cycle,
            before: was.target.due,
            after: clock.target.due,
          },
        ];
  });
