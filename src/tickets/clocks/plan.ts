import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { answerPendingUntil } from "./is-answer.ts";
import { breach } from "./ladder.ts";

import { pauseStart } from "./pauses.ts";
import { currentSteps } from "./reminder-schedule.ts";
import type { Ticket } from "../ticket.ts";

/** One planned reminder step of a clock. */
export interface Reminder {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** The index of the target in its clock; 0 is the first. */
  readonly target: number;
  /** Percent of the target. */
  readonly step: number;
  readonly at: Instant;
}

/** The running clocks, also paused ones. A resolved ticket has none. */
export const runningClocks = (ticket: Ticket): readonly Clock[] =>
  ticket.status === "resolved" ? [] : ticket.sla.clocks.filter((clock) => clock.end === null);

/** The clocks of this kind, oldest first. */
export const clocksOf = (ticket: Ticket, kind: ClockKind): readonly Clock[] =>
  ticket.sla.clocks.filter((clock) => clock.kind === kind);

/** The running clock of this kind. */
export const runningOf = (ticket: Ticket, kind: ClockKind): Clock | undefined =>
  runningClocks(ticket).find((clock) => clock.kind === kind);

/** Since when a clock is paused; null if it is not. */
export const pausedSince = (ticket: Ticket, clock: Clock): Instant | null =>
  clock.end === null ? pauseStart(ticket, clock) : null;

/** The running clocks that are not paused. */
export const tickingClocks = (ticket: Ticket): readonly Clock[] =>
  runningClocks(ticket).filter((clock) => pausedSince(ticket, clock) === null);

/** The running clock that is due next; null if none runs. */
export const nextDueClock = (ticket: Ticket): Clock | null =>
  tickingClocks(ticket).toSorted((one, other) => one.target.due - other.target.due)[0] ?? null;

/** An acknowledged clock has no reminders before the breach. */
const isQuiet = (clock: Clock, step: number): boolean => clock.acknowledged !== null && step < breach;

const stepsOf = (ticket: Ticket, clock: Clock): readonly Reminder[] => {
  const stands = pausedSince(ticket, clock);
  return (
    currentSteps(ticket, clock)
      .filter(({ step }) => !clock.fired.includes(step.percent) && !isQuiet(clock, step.percent))
      .map(({ step, at }) => ({
        clock: clock.kind,
        cycle: clock.cycle,
        target: clock.earlier.length,
        step: step.percent,
        at,
      }))
      // A breach before the pause stays a breach; during the pause nothing else comes due.
      .filter(({ at, step }) => stands === null || (step >= breach && at <= stands))
  );
};

/**
 * All reminders that a ticket should still get, soonest first. They are derived each time and never accumulated. A
 * clock that a pending reply is about to end has none.
 */
export const plan = (ticket: Ticket): readonly Reminder[] =>
  runningClocks(ticket)
    .filter((clock) => answerPendingUntil(ticket, clock) === null)
    .flatMap((clock) => stepsOf(ticket, clock))
    .toSorted((one, other) => one.at - other.at || one.step - other.step);
