import { isForCustomer } from "../../sla/clock-kinds.ts";
import type { Clock, TargetStep } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { breach } from "./ladder.ts";
import { pausesOf } from "./pauses.ts";
import type { Pause } from "../../sla/calendar.ts";

import type { Ticket } from "../ticket.ts";
import { atShare, dueWithPauses, elapsed } from "../../sla/working-time.ts";

/** A step of a clock and its time. */
export interface TimedStep {
  readonly step: TargetStep;
  readonly at: Instant;
}

/** The step of a breach that the ladder does not mention: it is recorded, and no one is notified. */
export const unannouncedBreach: TargetStep = { percent: breach, left: null, tell: [], email: [], mention: null };

/** The steps, with the breach of a customer's clock in any case: from the breach on the customer may escalate. */
const ladderWithBreach = ({ kind, target: { ladder } }: Clock): readonly TargetStep[] =>
  !isForCustomer(kind) || ladder.some(({ percent: at }) => at === breach) ? ladder : [...ladder, unannouncedBreach];

/** The time of a step by the ladder alone. A late target announces itself, so no step comes before it was set. */
const ladderTime = ({ startedAt, target }: Clock, step: TargetStep, pauses: readonly Pause[]): Instant => {
  const { calendar, due, madeAt } = target;
  if (step.percent === breach) return due;
  if (step.percent > breach) {
    // After the breach, the same working time counts on.
    const ms = Math.round((elapsed(calendar, startedAt, due, pauses) * step.percent) / breach);
    return Math.max(due, dueWithPauses(calendar, startedAt, { days: 0, ms }, pauses));
  }
  const at =
    step.left === null
      ? atShare(calendar, { start: startedAt, due, share: step.percent / breach, pauses })
      : dueWithPauses(
          calendar,
          startedAt,
          { days: 0, ms: elapsed(calendar, startedAt, due, pauses) - step.left },
          pauses,
        );
  return Math.min(Math.max(at, madeAt), due);
};

/** A step that should have come during a pause comes when the clock resumes, but not later than the due time. */
const afterPauses = ({ step, at }: TimedStep, due: Instant, pauses: readonly Pause[]): TimedStep => {
  const last = pauses.at(-1);
  return step.percent >= breach || last === undefined || last.to === null || at >= last.to
    ? { step, at }
    : { step, at: Math.min(last.to, due) };
};

/** A difference (percent) that only keeps two steps apart. */
const tolerance = 1e-6;

/**
 * A person snoozed the reminders until then. They are notified again with another step of that time, or in a step of
 * their own.
 */
const remindedAgain = (
  { startedAt, target, fired }: Clock,
  {
    steps,
    until,
    person,
    pauses,
  }: {
    readonly steps: readonly TimedStep[];
    readonly until: Instant;
    readonly person: string;
    readonly pauses: readonly Pause[];
  },
): readonly TimedStep[] => {
  const below = fired.filter((step) => step < breach);
  if (below.length === 0) return steps;
  const asked = { person, asked: true } as const;
  const { calendar, due } = target;
  const share = (breach * elapsed(calendar, startedAt, until, pauses)) / elapsed(calendar, startedAt, due, pauses);
  // It must not equal the breach, even if all working time is used up before the due time.
  const at = Math.max(Math.min(share, breach - 1_000 * tolerance), ...below.map((step) => step + tolerance));
  const own = afterPauses(
    { step: { percent: at, left: null, tell: [asked], email: [], mention: null }, at: until },
    due,
    pauses,
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
  const pauses = pausesOf(ticket, clock).filter((pause) => pause.to !== null);
  const { snoozed, target } = clock;
  const steps = ladderWithBreach(clock)
    .map((step) => afterPauses({ step, at: ladderTime(clock, step, pauses) }, target.due, pauses))
    .map(({ step, at }) => ({
      step,
      at: step.percent >= breach || snoozed === null ? at : Math.min(Math.max(at, snoozed.until), target.due),
    }));
  const all =
    snoozed === null || snoozed.until >= target.due
      ? steps
      : remindedAgain(clock, { steps, until: snoozed.until, person: snoozed.by, pauses });
  return all.toSorted((one, other) => one.step.percent - other.step.percent);
};
