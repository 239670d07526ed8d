import type { ClockKind } from "./desk.ts";
import type { Instant } from "./refs.ts";
import type { Promised } from "./ticket.ts";

/** The new promise of each running clock; null where the new terms promise nothing. */
export type Repromised = Readonly<Partial<Record<ClockKind, Promised | null>>>;

/** A promise and the moment it is counted from. */
export interface Counted {
  readonly since: Instant;
  readonly promise: Promised;
}

/** What a fact does to the clocks, apart from ending them. */
export interface ClockChanges {
  readonly started: readonly (Counted & { readonly kind: ClockKind })[];
  /** Running clocks under new terms: the old promise stays among the earlier ones. */
  readonly repromised: Repromised;
  /** The same promise, due at another moment: it stood still for a while, or counts from an earlier moment. */
  readonly moved: Readonly<Partial<Record<ClockKind, Counted>>>;
}
