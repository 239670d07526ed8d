import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { heldUntil } from "./held-until.ts";
import { breach } from "./ladder.ts";

import { pausesOf } from "./pauses-of.ts";
import { stepsNow } from "./reminder-schedule.ts";
import type { Ticket } from "../ticket.ts";

/** One planned reminder step of a clock. */
export interface Reminder {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Which target of the clock; 0 is the first. */
  readonly target: number;
  /** Percent of the target. */
  readonly step: number;
  readonly at: Instant;
}

/** The clocks that run, also those that stand still for a while. Nothing runs on a resolved ticket. */
export const runningClocks = (ticket: Ticket): readonly Clock[] =>
  ticket.status === "resolved" ? [] : ticket.sla.clocks.filter((clock) => clock.end === null);

/** The clocks of this kind, oldest first. */
export const clocksOf = (ticket: Ticket, kind: ClockKind): readonly Clock[] =>
  ticket.sla.clocks.filter((clock) => clock.kind === kind);

/** The running clock of this kind. */
export const runningOf = (ticket: Ticket, kind: ClockKind): Clock | undefined =>
  runningClocks(ticket).find((clock) => clock.kind === kind);

/** Since when a clock stands still; null where it does not. */
export const standsSince = (ticket: Ticket, clock: Clock): Instant | null => {
  const last = pausesOf(ticket, clock).at(-1);
  return clock.end === null && last !== undefined && last.to === null ? last.from : null;
};

/** The running clocks whose time passes now. */
export const tickingClocks = (ticket: Ticket): readonly Clock[] =>
  runningClocks(ticket).filter((clock) => standsSince(ticket, clock) === null);

/** A step below the breach is quiet once somebody is on it. */
const isQuiet = (clock: Clock, step: number): boolean => clock.acknowledged !== null && step < breach;

const stepsOf = (ticket: Ticket, clock: Clock): readonly Reminder[] => {
  const stands = standsSince(ticket, clock);
  return (
    stepsNow(ticket, clock)
      .filter(({ step }) => !clock.fired.includes(step.percent) && !isQuiet(clock, step.percent))
      .map(({ step, at }) => ({
        clock: clock.kind,
        cycle: clock.cycle,
        target: clock.earlier.length,
        step: step.percent,
        at,
      }))
      // What was missed before the clock stood still stays missed; nothing else nears while it does.
      .filter(({ at, step }) => stands === null || (step >= breach && at <= stands))
  );
};

/**
 * Every reminder a ticket deserves and has not had, soonest first: derived anew each time, never accumulated. Nobody is
 * reminded of what a pending reply is about to end.
 */
export const plan = (ticket: Ticket): readonly Reminder[] =>
  runningClocks(ticket)
    .filter((clock) => heldUntil(ticket, clock) === null)
    .flatMap((clock) => stepsOf(ticket, clock))
    .toSorted((one, other) => one.at - other.at || one.step - other.step);
