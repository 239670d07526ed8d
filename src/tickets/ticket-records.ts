import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Calendar, TargetTime } from "../sla/calendar.ts";
import type { UserRef } from "./refs.ts";

export const ticketKinds = ["problem", "consulting"] as const;
/** What a ticket is: a problem, or a wish to talk something over (consulting), which has no severity. */
export type TicketKind = (typeof ticketKinds)[number];

/** Who was notified, and when: a key of the desk's people, or null for triage as a whole. */
export interface PageReceipt {
  readonly person: string | null;
  readonly at: Instant;
}

/** The target that was breached when a customer turned to the head of support. */
export interface BreachedTarget {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly due: Instant;
}

/** A ticket that was escalated to the head of support, and which of them was notified. */
export interface Escalation {
  readonly at: Instant;
  readonly by: string;
  readonly why: string | null;
  readonly broken: BreachedTarget | null;
  readonly told: PageReceipt | null;
}

/** A customer asks to be called, on this number and, in their own words, at this time; and who of the staff was notified. */
export interface CallBack {
  readonly at: Instant;
  readonly by: string;
  readonly number: string;
  readonly time: string | null;
  readonly told: PageReceipt | null;
}

export const scores = ["good", "ok", "bad"] as const;
/** How a customer rates the support. */
export type Score = (typeof scores)[number];

/** The one question after a ticket is resolved; `at` and `by` are of the first answer. */
export interface Rating {
  readonly askedAt: Instant;
  readonly given: {
    readonly score: Score;
    readonly by: UserRef;
    readonly name: string;
    readonly at: Instant;
    /** How often it was changed since. */
    readonly changes: number;
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

/** How a ticket is linked to another one. `follows`: it continues that one, which was closed for too long. */
export interface TicketLink {
  readonly number: number;
  readonly how: "linked" | "mergedInto" | "mergedFrom" | "follows" | "followedBy";
}

/**
 * Why a file is not carried to the other side. `quota`: its sender has used up what the desk takes in so much time. `packed`: a
 * zip that holds a file which would not be carried by itself, or that cannot be listed.
 */
export type NotCarried = "tooLarge" | "program" | "active" | "archive" | "packed" | "tooMany" | "quota" | "unseen";

/** When news is promised: at an instant, at this wall time on the next working day, or at a wall time in the account's zone (`date` null: today). */
export type UpdateTime =
  | { readonly by: "instant"; readonly at: Instant }
  | { readonly by: "nextWorkingDay" }
  | { readonly by: "wall"; readonly date: string | null; readonly minute: number };
