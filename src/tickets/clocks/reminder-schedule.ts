import { isForCustomer } from "../../sla/clock-kinds.ts";
import type { Clock, ScheduledStep, TargetStep } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { breach } from "./ladder.ts";
import { lastPauseEnd } from "./pauses.ts";

import type { Ticket } from "../ticket.ts";

/** A step of a clock and its time. */
export interface TimedStep {
  readonly step: TargetStep;
  readonly at: Instant;
}

/** The step of a breach that the ladder does not mention: it is recorded, and no one is notified. */
export const unannouncedBreach: TargetStep = { percent: breach, left: null, tell: [], email: [], mention: null };

/** The time of a step by the ladder alone. A late target announces itself, so no step comes before it was set. */
const ladderTime = ({ target: { due, madeAt } }: Clock, step: ScheduledStep): Instant => {
  if (step.percent === breach) return due;
  return step.percent > breach ? Math.max(due, step.at) : Math.min(Math.max(step.at, madeAt), due);
};

/** The steps, with the breach of a customer's clock in any case: from the breach on the customer may escalate. */
const ladderSteps = (clock: Clock): readonly TimedStep[] => {
  const { kind, target } = clock;
  const steps = target.ladder.map((step) => ({ step, at: ladderTime(clock, step) }));
  return !isForCustomer(kind) || steps.some(({ step }) => step.percent === breach)
    ? steps
    : [...steps, { step: unannouncedBreach, at: target.due }];
};

/**
 * A step that should have come during a pause comes when the clock resumes (`pauseEnd`, null if it was never paused), but
 * not later than the due time.
 */
const afterPause = ({ step, at }: TimedStep, due: Instant, pauseEnd: Instant | null): TimedStep =>
  step.percent >= breach || pauseEnd === null || at >= pauseEnd ? { step, at } : { step, at: Math.min(pauseEnd, due) };

/** A difference (percent) that only keeps two steps apart. */
const tolerance = 1e-6;

/** A clock whose reminders a person snoozed. */
type SnoozedClock = Clock & { readonly snoozed: NonNullable<Clock["snoozed"]> };

const isSnoozed = (clock: Clock): clock is SnoozedClock => clock.snoozed !== null;

/**
 * A person snoozed the reminders. They are notified again when that time is over, with another step of that time or in a
 * step of their own.
 */
const remindedAgain = (
  { target: { due, total }, fired, snoozed }: SnoozedClock,
  steps: readonly TimedStep[],
  pauseEnd: Instant | null,
): readonly TimedStep[] => {
  const below = fired.filter((step) => step < breach);
  if (below.length === 0) return steps;
  const asked = { person: snoozed.by, asked: true } as const;
  const share = (breach * snoozed.counted) / total;
  // It must not equal the breach, even if all working time is used up before the due time.
  const percent = Math.max(Math.min(share, breach - 1_000 * tolerance), ...below.map((step) => step + tolerance));
  const own = afterPause(
    { step: { percent, left: null, tell: [asked], email: [], mention: null }, at: snoozed.until },
    due,
    pauseEnd,
  );
  const waiting = steps.findLast(
    ({ step, at }) => step.percent < breach && at === own.at && !fired.includes(step.percent),
  );
  return waiting === undefined
    ? [...steps, own]
    : steps.map((each) =>
        each === waiting ? { ...each, step: { ...each.step, tell: [...each.step.tell, asked] } } : each,
      );
};

/** All steps of a clock now, including those that were sent, in order of their shares. */
export const currentSteps = (ticket: Ticket, clock: Clock): readonly TimedStep[] => {
  const pauseEnd = lastPauseEnd(ticket, clock);
  const { snoozed, target } = clock;
  const steps = ladderSteps(clock)
    .map((timed) => afterPause(timed, target.due, pauseEnd))
    .map(({ step, at }) => ({
      step,
      at: step.percent >= breach || snoozed === null ? at : Math.min(Math.max(at, snoozed.until), target.due),
    }));
  const all = isSnoozed(clock) && clock.snoozed.until < target.due ? remindedAgain(clock, steps, pauseEnd) : steps;
  return all.toSorted((one, other) => one.step.percent - other.step.percent);
};
