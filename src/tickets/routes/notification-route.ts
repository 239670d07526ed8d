import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { RecipientRole } from "../../sla/ladder-step.ts";
import type { Instant } from "../../sla/instant.ts";

/** As what somebody is told. */
type As = RecipientRole | "named" | "asked";

/** A notify target of the fallback ladder: whom to reach, and how. */
export type NotifyTarget =
  | { readonly how: "direct"; readonly person: string; readonly as: As }
  | { readonly how: "email"; readonly person: string; readonly as: As }
  /** Nobody in particular: the heads are notify target. `rings: false`: everybody is away, so they are named and not notify target. */
  | { readonly how: "mention"; readonly person: string | null; readonly rings?: false };

/** Why somebody is not told now: they said they are out, or it is their night. */
export type Unavailable = { readonly is: "out"; readonly until: Instant } | { readonly is: "quiet" };

/** A notify target that was passed over, and why: nobody was there, or it failed. */
export interface SkippedTarget {
  readonly to: NotifyTarget;
  readonly why: Unavailable | { readonly is: "failed"; readonly error: string };
}

/** Something on its way to one reader, with the notify targets left if this one fails. */
export interface NotificationRoute {
  readonly to: NotifyTarget;
  readonly next: readonly NotifyTarget[];
  /** The notify targets before this one, first to last; where nobody is there, also those who are away as well. */
  readonly skipped: readonly SkippedTarget[];
}

/** One reminder on its way to one person, with the notify targets that are left if this one fails. */
export interface ReminderNotification extends NotificationRoute {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Which target of the clock; 0 is the first. */
  readonly target: number;
  /** Percent of the target. */
  readonly step: number;
  readonly plannedFor: Instant;
}

/** An urgent call for a person, on its way to them; `since` is when it began. */
export interface Page extends NotificationRoute {
  readonly about: "escalation" | "call" | "consulting";
  readonly since: Instant;
}

/** What the assignee is notified of: the customer's message, the technical team's, or that the ticket is open again. */
export type NoticeAbout = "customer" | "tech" | "reopened";
