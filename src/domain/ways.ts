import type { ClockKind } from "./desk.ts";
import type { Instant } from "./refs.ts";

/** Who was told, and when: a key of the desk's people, or null for triage as a whole. */
export interface Told {
  readonly person: string | null;
  readonly at: Instant;
}

/** The promise that was broken when a customer turned to the head of support. */
export interface BrokenPromise {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly due: Instant;
}

/** A ticket that was taken to the head of support, and who of them knows. */
export interface Escalation {
  readonly at: Instant;
  readonly by: string;
  readonly why: string | null;
  readonly broken: BrokenPromise | null;
  readonly told: Told | null;
}
