import type { Instant } from "../../sla/instant.ts";
import type { AssigneeLeft, HandOver } from "../assignment/hand-over-facts.ts";

import type { NotificationRoute, NotifyTarget } from "../reminders/notification-route.ts";
import type { Severity } from "../../sla/severity.ts";
import type { BreachedTarget, Score, Inactivity } from "./escalation.ts";

/** Somebody of ours is called for, on their way to hear of it; `since` is when. */
export interface Page extends NotificationRoute {
  readonly about: "escalation" | "call" | "consulting";
  readonly since: Instant;
}

/** Wishes for a way up, and what became of them. */
export type EscalationCommand =
  | HandOver
  /** To the head of support. */
  | { readonly type: "escalate"; readonly why: string | null }
  /** Call me, on this number, at about this time. */
  | { readonly type: "requestCall"; readonly number: string; readonly time: string | null }
  /** They were called. */
  | { readonly type: "reportCalled" }
  | { readonly type: "rate"; readonly score: Score }
  /** The clock's own: the customer of a ticket that waits has been silent for long. */
  | { readonly type: "checkInactivity" }
  /** The clock's own: this could not be told, take the next notify target. */
  | { readonly type: "pageNext"; readonly page: Page; readonly why: string }
  /** The clock's own: this was told. */
  | { readonly type: "reportPaged"; readonly page: Page };

export type EscalationEvent =
  | AssigneeLeft
  | {
      readonly type: "escalated";
      readonly why: string | null;
      readonly broken: BreachedTarget | null;
      readonly page: readonly Page[];
    }
  | {
      readonly type: "callRequested";
      readonly number: string;
      readonly time: string | null;
      readonly page: readonly Page[];
    }
  | { readonly type: "called" }
  /** Whoever looks after the account is told. */
  | { readonly type: "consultingRouted"; readonly page: readonly Page[] }
  | { readonly type: "nudged"; readonly inactivity: Inactivity }
  /** Staff wrote while it waited: the wait counts from there. */
  | { readonly type: "inactivityRestarted"; readonly inactivity: Inactivity }
  | { readonly type: "rated"; readonly score: Score; readonly before: Score | null }
  | {
      readonly type: "pageFailed";
      readonly failed: Page;
      readonly why: string;
      readonly next: Page | null;
    }
  /** The first of those who were called for knows; null is triage as a whole. */
  | { readonly type: "told"; readonly about: Page["about"]; readonly person: string | null };

export type EscalationMessage =
  | { readonly type: "page"; readonly page: Page }
  /** For staff only. */
  | {
      readonly type: "escalated";
      readonly by: string;
      readonly why: string | null;
      readonly to: readonly NotifyTarget[];
    }
  /** For staff only. */
  | {
      readonly type: "callRequested";
      readonly by: string;
      readonly number: string;
      readonly time: string | null;
      readonly to: readonly NotifyTarget[];
    }
  /** For staff only. */
  | { readonly type: "called"; readonly by: string }
  /** For staff only. */
  | { readonly type: "rated"; readonly by: string; readonly score: Score; readonly before: Score | null }
  /** The question is to show its answer, where it was asked. */
  | { readonly type: "ratingShown" }
  /** The customer is asked again; it is closed then. */
  | { readonly type: "nudged"; readonly closeAt: Instant | null }
  /** For staff only: nobody is left to be told. */
  | { readonly type: "unreached"; readonly page: Page; readonly why: string }
  | { readonly type: "told"; readonly about: Page["about"]; readonly person: string | null; readonly at: Instant };

export type EscalationRefusal =
  /** No promise is broken: the next is due then, if any runs; `manager` is a key of the desk's people. */
  | { readonly reason: "notBreached"; readonly due: Instant | null; readonly manager: string | null }
  | { readonly reason: "escalatedAlready"; readonly at: Instant; readonly again: Instant }
  /** Only tickets of these severities may ask for a call. */
  | { readonly reason: "noCallHere"; readonly severities: readonly Severity[]; readonly manager: string | null }
  | { readonly reason: "callRequestedAlready" }
  | { readonly reason: "noCallRequested" }
  | { readonly reason: "nothingToRate" }
  | { readonly reason: "ratedAlready" }
  | { readonly reason: "consultingHasNone" };
