import type { SlaTarget } from "../../sla/clock.ts";
import type { ClockKind, CustomerClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";

/** The new promise of each running clock; null where the new terms promise nothing. */
export type Retargeted = Readonly<Partial<Record<ClockKind, SlaTarget | null>>>;

/** A promise and the moment it is counted from. */
export interface CountedTarget {
  readonly since: Instant;
  readonly target: SlaTarget;
}

/** What a fact does to the clocks, apart from ending them. */
export interface ClockChanges {
  readonly started: readonly (CountedTarget & { readonly kind: ClockKind })[];
  /** Running clocks under new terms: the old promise stays among the earlier ones. */
  readonly retargeted: Retargeted;
  /** The same promise, due at another moment: it stood still for a while, or counts from an earlier moment. */
  readonly moved: Readonly<Partial<Record<ClockKind, CountedTarget>>>;
}

/** A target that moved: when it was due (null: it is new), and when it is due now (null: the plan names no target any more). */
export interface MovedTarget {
  readonly clock: CustomerClockKind;
  readonly before: Instant | null;
  readonly due: Instant | null;
}
