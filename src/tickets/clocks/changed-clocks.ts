import type { SlaTarget } from "../../sla/clock.ts";
import type { ClockKind, CustomerClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";

/** The new target of each running clock; null if the new terms name none. */
export type Retargeted = Readonly<Partial<Record<ClockKind, SlaTarget | null>>>;

/** A target, and the moment it counts from. */
export interface CountedTarget {
  readonly since: Instant;
  readonly target: SlaTarget;
}

/** What an event does to the clocks, apart from ending them. */
export interface ClockChanges {
  readonly started: readonly (CountedTarget & { readonly kind: ClockKind })[];
  /** Running clocks under new terms: the old target is kept among the earlier ones. */
  readonly retargeted: Retargeted;
  /** The same target with another due time, because the clock was paused or counts from an earlier moment. */
  readonly moved: Readonly<Partial<Record<ClockKind, CountedTarget>>>;
}

/**
 * A target that moved: when it was due (null: it is new), and when it is due now (null: the plan names none any more).
 */
export interface MovedTarget {
  readonly clock: CustomerClockKind;
  readonly before: Instant | null;
  readonly due: Instant | null;
}
