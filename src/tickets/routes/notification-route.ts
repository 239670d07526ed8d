import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { RecipientRole } from "../../sla/ladder-step.ts";
import type { Instant } from "../../sla/instant.ts";

/** The role in which a person is notified. */
type NotifiedAs = RecipientRole | "named" | "asked";

/** A target of a notification: whom to reach, and how. */
export type NotifyTarget =
  | { readonly how: "direct"; readonly person: string; readonly as: NotifiedAs }
  | { readonly how: "email"; readonly person: string; readonly as: NotifiedAs }
  /**
   * A mention in triage of this person, or of no particular person. `notifies: false`: all are unavailable, so the text
   * names them without notifying them.
   */
  | { readonly how: "mention"; readonly person: string | null; readonly notifies?: false };

/** Why a person is not notified now: they are out, or it is in their quiet hours. */
export type Unavailable = { readonly is: "out"; readonly until: Instant } | { readonly is: "quiet" };

/** A target that was skipped, and why: the person was unavailable, or delivery failed. */
export interface SkippedTarget {
  readonly to: NotifyTarget;
  readonly why: Unavailable | { readonly is: "failed"; readonly error: string };
}

/** A notification on its way to one target, with the targets left if this one fails. */
export interface NotificationRoute {
  readonly to: NotifyTarget;
  readonly next: readonly NotifyTarget[];
  /** The targets before this one, in order. If all people are unavailable, they are listed here too. */
  readonly skipped: readonly SkippedTarget[];
}

/** A reminder on its way to one person, with the targets left if this one fails. */
export interface ReminderNotification extends NotificationRoute {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Which target of the clock; 0 is the first. */
  readonly target: number;
  /** Percent of the target. */
  readonly step: number;
  readonly plannedFor: Instant;
}

/** An urgent call for a person, on its way to them. `since` is the time of the request. */
export interface Page extends NotificationRoute {
  readonly about: "escalation" | "call" | "consulting";
  readonly since: Instant;
}

/**
 * What the assignee is notified of: a message of the customer, of the technical team, or that the ticket is open again.
 */
export type NoticeAbout = "customer" | "tech" | "reopened";
