import type { EndedPause } from "../../sla/calendar.ts";
import type { ScheduledStep, SlaTarget, TargetStep } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { addWorkingTime, dueWithPauses, elapsed, workingTimeBetween } from "../../sla/working-time.ts";
import { breach } from "./ladder.ts";

/** Since when a target counts, and the ended pauses of its clock. */
export interface Counted {
  readonly since: Instant;
  readonly pauses: readonly EndedPause[];
}

/** The working time (milliseconds) before a step. */
const timeBefore = ({ percent, left }: TargetStep, total: number): number => {
  if (percent > breach) return Math.round((total * percent) / breach);
  return left === null ? Math.max(Math.round(total * (percent / breach)), 1) : total - left;
};

/**
 * A target whose steps have their times, by a clock that counts like this. No ended pause is after its due time, or the
 * target before it was missed, and an act is late by that one.
 */
export const scheduled = (
  target: Omit<SlaTarget, "ladder" | "total" | "pausedLate"> & { readonly ladder: readonly TargetStep[] },
  { since, pauses }: Counted,
): SlaTarget => {
  const { calendar, due, ladder } = target;
  const total = elapsed(calendar, since, due, pauses);
  const at = (step: TargetStep): Instant =>
    step.percent === breach ? due : dueWithPauses(calendar, since, { days: 0, ms: timeBefore(step, total) }, pauses);
  return {
    ...target,
    ladder: ladder.map((step): ScheduledStep => ({ ...step, at: at(step) })),
    total,
    pausedLate: 0,
  };
};

/** A moment after a pause: the working time left at the start of the pause is left at its end. */
const movedBy = ({ from, to }: EndedPause, { calendar }: SlaTarget, at: Instant): Instant =>
  from >= at ? at : Math.max(at, addWorkingTime(calendar, to, { days: 0, ms: workingTimeBetween(calendar, from, at) }));

/**
 * A target of a clock that started at `since`, after a pause: due time and steps after the start of the pause move. A target
 * that was due before stays missed.
 */
export const resumed = (target: SlaTarget, since: Instant, pause: EndedPause): SlaTarget => {
  const due = movedBy(pause, target, target.due);
  // All earlier pauses ended before the clock started.
  if (pause.from < since) return scheduled({ ...target, due }, { since, pauses: [pause] });
  const late = pause.from < target.due ? 0 : workingTimeBetween(target.calendar, pause.from, pause.to);
  return {
    ...target,
    due,
    ladder: target.ladder.map((step) => ({
      ...step,
      at: step.percent === breach ? due : movedBy(pause, target, step.at),
    })),
    pausedLate: target.pausedLate + late,
  };
};
