import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Calendar, TargetTime } from "../sla/calendar.ts";

import type { UserRef } from "./refs.ts";

export const ticketKinds = ["problem", "consulting"] as const;
/** What a ticket is: something is wrong, or somebody wants to talk something over; that has no severity. */
export type TicketKind = (typeof ticketKinds)[number];

/** Who was told, and when: a key of the desk's people, or null for triage as a whole. */
export interface PageReceipt {
  readonly person: string | null;
  readonly at: Instant;
}

/** The promise that was broken when a customer turned to the head of support. */
export interface BreachedTarget {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly due: Instant;
}

/** A ticket that was taken to the head of support, and who of them knows. */
export interface Escalation {
  readonly at: Instant;
  readonly by: string;
  readonly why: string | null;
  readonly broken: BreachedTarget | null;
  readonly told: PageReceipt | null;
}

/** Somebody wants to be called, on this number and, in their own words, at this time; and who of us knows. */
export interface CallBack {
  readonly at: Instant;
  readonly by: string;
  readonly number: string;
  readonly time: string | null;
  readonly told: PageReceipt | null;
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
    /** How often it was changed since; absent where it never was. */
    readonly changes?: number;
  } | null;
}

/** A ticket that waits for its customer: when they are nudged, and when it is closed, by the terms of the day the wait began. */
export interface Inactivity {
  readonly since: Instant;
  readonly terms: { readonly nudge: TargetTime | null; readonly close: TargetTime | null; readonly calendar: Calendar };
  readonly nudgeAt: Instant | null;
  readonly closeAt: Instant | null;
  readonly nudged: boolean;
}
