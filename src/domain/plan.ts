import type { Pause } from "./calendar.ts";
import { heldUntil } from "./held-until.ts";
import { breach } from "./ladder.ts";
import type { Reminder } from "./messages.ts";
import type { Instant } from "./refs.ts";
import type { Clock, PromisedStep, Ticket } from "./ticket.ts";
import { atShare, dueWithPauses, elapsed } from "./working-time.ts";

/** The clocks that run, also those that stand still for a while. Nothing runs on a resolved ticket. */
export const runningClocks = (ticket: Ticket): readonly Clock[] =>
  ticket.status === "resolved" ? [] : ticket.clocks.filter((clock) => clock.end === null);

/** When a clock of this ticket stood still: only what is to be solved waits for the customer. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clock.kind === "resolution" ? ticket.pauses : [];

/** Since when a clock stands still; null where it does not. */
export const standsSince = (ticket: Ticket, clock: Clock): Instant | null => {
  const last = pausesOf(ticket, clock).at(-1);
  return clock.end === null && last !== undefined && last.to === null ? last.from : null;
};

/** The running clocks whose time passes now. */
export const tickingClocks = (ticket: Ticket): readonly Clock[] =>
  runningClocks(ticket).filter((clock) => standsSince(ticket, clock) === null);

/** When a step comes by the ladder alone. A promise that was given late says so, not its reminders: none is planned before it. */
const ladderTime = ({ startedAt, promise }: Clock, step: PromisedStep, pauses: readonly Pause[]): Instant => {
  const { calendar, due, madeAt } = promise;
  if (step.at === breach) return due;
  if (step.at > breach) {
    // Counted on beyond the due moment, in the same working time.
    const ms = Math.round((elapsed(calendar, startedAt, due, pauses) * step.at) / breach);
    return Math.max(due, dueWithPauses(calendar, startedAt, { days: 0, ms }, pauses));
  }
  const at =
    step.left === null
      ? atShare(calendar, startedAt, due, step.at / breach, pauses)
      : dueWithPauses(
          calendar,
          startedAt,
          { days: 0, ms: elapsed(calendar, startedAt, due, pauses) - step.left },
          pauses,
        );
  return Math.min(Math.max(at, madeAt), due);
};

/** A step that nobody was told of before a pause comes when the clock goes on; what was due before it stays due then. */
const afterPauses = ({ promise }: Clock, step: PromisedStep, at: Instant, pauses: readonly Pause[]): Instant => {
  const last = pauses.at(-1);
  if (step.at >= breach || last === undefined || last.to === null || at > last.from) return at;
  return Math.min(Math.max(at, last.to), promise.due);
};

const snoozed = (clock: Clock, step: PromisedStep, at: Instant): Instant =>
  step.at >= breach || clock.snoozedUntil === null ? at : Math.min(Math.max(at, clock.snoozedUntil), clock.promise.due);

/** A step below the breach is quiet once somebody is on it. */
const isQuiet = (clock: Clock, step: number): boolean => clock.acknowledged !== null && step < breach;

/** That a promise to the customer is broken is noticed whatever the ladder says: they may do something about it from then on. */
const noticed = ({ kind, promise: { ladder } }: Clock): readonly PromisedStep[] =>
  kind === "tech" || ladder.some(({ at }) => at === breach)
    ? ladder
    : [...ladder, { at: breach, left: null, tell: [], email: [], mention: null }].toSorted(
        (one, other) => one.at - other.at,
      );

const stepsOf = (ticket: Ticket, clock: Clock): readonly Reminder[] => {
  const pauses = pausesOf(ticket, clock).filter((pause) => pause.to !== null);
  const stands = standsSince(ticket, clock);
  return (
    noticed(clock)
      .filter(({ at }) => !clock.fired.includes(at) && !isQuiet(clock, at))
      .map((step) => ({
        clock: clock.kind,
        cycle: clock.cycle,
        promise: clock.earlier.length,
        step: step.at,
        at: snoozed(clock, step, afterPauses(clock, step, ladderTime(clock, step, pauses), pauses)),
      }))
      // What was missed before the clock stood still stays missed; nothing else nears while it does.
      .filter(({ at, step }) => stands === null || (step >= breach && at <= stands))
  );
};

/**
 * Every reminder a ticket deserves and has not had, soonest first: derived anew each time, never accumulated. Nobody is
 * reminded of what a held reply is about to end.
 */
export const plan = (ticket: Ticket): readonly Reminder[] =>
  runningClocks(ticket)
    .filter((clock) => heldUntil(ticket, clock) === null)
    .flatMap((clock) => stepsOf(ticket, clock))
    .toSorted((one, other) => one.at - other.at || one.step - other.step);
