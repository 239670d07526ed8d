import type { Reminder } from "./messages.ts";
import type { Clock, Ticket } from "./ticket.ts";
import { breach } from "./ladder.ts";
import { atShare } from "./working-time.ts";

/** A step below the breach is quiet once somebody is on it. */
const isQuiet = (clock: Clock, step: number): boolean => clock.acknowledged !== null && step < breach;

const stepsOf = (clock: Clock): readonly Reminder[] =>
  clock.promise.ladder
    .filter(({ at }) => !clock.fired.includes(at) && !isQuiet(clock, at))
    .map(({ at }) => ({
      clock: clock.kind,
      cycle: clock.cycle,
      promise: clock.earlier.length,
      step: at,
      at: atShare(clock.promise.calendar, clock.startedAt, clock.promise.due, at / breach),
    }));

/** The clocks that run. Nothing runs on a resolved ticket. */
export const runningClocks = (ticket: Ticket): readonly Clock[] =>
  ticket.status === "resolved" ? [] : ticket.clocks.filter((clock) => clock.end === null);

/** Every reminder a ticket deserves and has not had, soonest first: derived anew each time, never accumulated. */
export const plan = (ticket: Ticket): readonly Reminder[] =>
  runningClocks(ticket)
    .flatMap(stepsOf)
    .toSorted((one, other) => one.at - other.at || one.step - other.step);
