import type { Severity } from "./severity.ts";
import type { Calendar, TargetTime } from "./calendar.ts";
import type { Instant } from "./instant.ts";
import type { ClockKind } from "./clock-kinds.ts";
import type { StepTells } from "./ladder-step.ts";

/** A step of the ladder as it was copied for a promise. */
export interface TargetStep extends StepTells {
  /** Percent of the target used when it comes, which also names it; 100 is the breach. May be a fraction. */
  readonly percent: number;
  /** The working time (milliseconds) left when it comes, where the desk said it so. */
  readonly left: number | null;
}

/** A promise as it was given: what was copied from the desk that day, and the moment it is due. */
export interface SlaTarget {
  readonly severity: Severity;
  readonly time: TargetTime;
  readonly calendar: Calendar;
  readonly ladder: readonly TargetStep[];
  readonly madeAt: Instant;
  readonly due: Instant;
  /** It had been missed already when another took its place, or when new terms promised nothing: no later promise keeps it. */
  readonly missed?: true;
}

/** How a clock ended: the promise was kept or broken by an act, or fell away (account, severity, merge). */
export interface ClockEnd {
  readonly at: Instant;
  readonly how: "met" | "late" | "dropped";
}

/** One running promise on a ticket. */
export interface Clock {
  readonly kind: ClockKind;
  /** Counts the waits of one kind, from 1. */
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly target: SlaTarget;
  /** Promises given before a severity or account change, oldest first. */
  readonly earlier: readonly SlaTarget[];
  readonly end: ClockEnd | null;
  /** Steps (percent) of the current promise that went out or were overtaken by a higher one. */
  readonly fired: readonly number[];
  /** Who said "I'm on it": quiets the ladder up to the breach, never the clock. */
  readonly acknowledged: { readonly by: string; readonly at: Instant } | null;
  /** Steps below the breach wait until then, though never past the due time. Then `by`, a key of the desk's people, is reminded again. */
  readonly snoozed: { readonly until: Instant; readonly by: string } | null;
}
