import type { ClockKind } from "./desk.ts";
import type { Instant, UserRef } from "./refs.ts";

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

/** Somebody wants to be called, on this number and, in their own words, at this time; and who of us knows. */
export interface CallBack {
  readonly at: Instant;
  readonly by: string;
  readonly number: string;
  readonly time: string | null;
  readonly told: Told | null;
}

export const scores = ["good", "ok", "bad"] as const;
/** How a customer found it. */
export type Score = (typeof scores)[number];

/** The one question after a ticket is solved; `at` is when it was first answered, by whom. */
export interface Rating {
  readonly askedAt: Instant;
  readonly given: {
    readonly score: Score;
    readonly by: UserRef;
    readonly name: string;
    readonly at: Instant;
  } | null;
}
