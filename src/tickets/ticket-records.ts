import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Calendar, TargetTime } from "../sla/calendar.ts";
import type { UserRef } from "./refs.ts";

export const ticketKinds = ["problem", "consulting"] as const;
/** What a ticket is: a problem, or a request for consulting, which has no severity. */
export type TicketKind = (typeof ticketKinds)[number];

/** Who was notified, and when. `person` is a key of the desk's people, or null for all of triage. */
export interface PageReceipt {
  readonly person: string | null;
  readonly at: Instant;
}

/** The target that was breached when a customer escalated to the head of support. */
export interface BreachedTarget {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly due: Instant;
}

/** An escalation to the head of support, and which head was notified. */
export interface Escalation {
  readonly at: Instant;
  readonly by: string;
  readonly why: string | null;
  readonly breached: BreachedTarget | null;
  readonly notified: PageReceipt | null;
}

/** A customer asks for a call at this number and at a time that they describe; and which agent was notified. */
export interface CallBack {
  readonly at: Instant;
  readonly by: string;
  readonly number: string;
  readonly time: string | null;
  readonly notified: PageReceipt | null;
}

export const scores = ["good", "ok", "bad"] as const;
/** How a customer rates the support. */
export type Score = (typeof scores)[number];

/** The one question after a ticket is resolved. `at` and `by` are of the first answer. */
export interface Rating {
  readonly askedAt: Instant;
  readonly given: {
    readonly score: Score;
    readonly by: UserRef;
    readonly name: string;
    readonly at: Instant;
    /** What the person wrote about it; null if they wrote nothing. */
    readonly comment: string | null;
    /** How often it was changed since. */
    readonly changes: number;
  } | null;
}

/** When a waiting customer is nudged, and when the ticket is closed, by the desk's terms of the day the wait began. */
export interface Inactivity {
  readonly since: Instant;
  readonly terms: { readonly nudge: TargetTime | null; readonly close: TargetTime | null; readonly calendar: Calendar };
  readonly nudgeAt: Instant | null;
  readonly closeAt: Instant | null;
  readonly nudged: boolean;
}

/** How a ticket is linked to another one. `follows`: it continues a ticket that was closed too long ago to reopen. */
export interface TicketLink {
  readonly number: number;
  readonly how: "linked" | "mergedInto" | "mergedFrom" | "follows" | "followedBy";
  /** The customers of a merged ticket, whom the answers mention here. */
  readonly requesters?: readonly { readonly user: UserRef; readonly name: string }[];
}

/**
 * Why a file is not copied to the other side. `quota`: the sender has used up the desk's allowance. `tooManyInThread`: a
 * ticket takes no more files from the thread before it. `packed`: a zip
 * with a file that would not be copied alone, or one that cannot be listed.
 */
export type NotCarried =
  | "tooLarge"
  | "program"
  | "active"
  | "archive"
  | "packed"
  | "tooMany"
  | "tooManyInThread"
  | "quota"
  | "unseen";

/**
 * When an update is promised: at an instant, at this wall time on the next working day, or at a wall time in the
 * account's zone (`date` null: today).
 */
export type UpdateTime =
  | { readonly by: "instant"; readonly at: Instant }
  | { readonly by: "nextWorkingDay" }
  | { readonly by: "wall"; readonly date: string | null; readonly minute: number };
