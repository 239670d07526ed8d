import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Unavailable, ReminderNotification } from "../../tickets/routes/notification-route.ts";

export type ReminderCommand =
  /** "I'm on it". */
  | { readonly type: "acknowledge" }
  /** "Remind me later". */
  | { readonly type: "snooze"; readonly until: Instant }
  /** From the clock: a reminder step fell due. */
  | { readonly type: "remind"; readonly clock: ClockKind; readonly cycle: number }
  /** From the clock: the reminder was not delivered, so the next target is used. */
  | { readonly type: "takeFallback"; readonly notice: ReminderNotification; readonly why: string }
  /** From the clock: the recipient became unavailable before the reminder was sent. */
  | { readonly type: "reroute"; readonly notice: ReminderNotification }
  /** From the clock: the reminder was not sent, because its clock is paused now. */
  | { readonly type: "requeue"; readonly notice: ReminderNotification }
  /** From the clock: a person was notified, but not on the route that was tried first. */
  | { readonly type: "reportOtherRoute"; readonly person: string; readonly why: string };

export type ReminderEvent =
  | { readonly type: "acknowledged"; readonly person: string }
  | { readonly type: "snoozed"; readonly person: string; readonly until: Instant }
  | {
      readonly type: "reminded";
      readonly clock: ClockKind;
      readonly cycle: number;
      readonly target: number;
      readonly step: number;
      /** Lower steps that this one replaced. */
      readonly superseded: readonly number[];
      readonly plannedFor: Instant;
      readonly notices: readonly ReminderNotification[];
    }
  | {
      readonly type: "fallbackTaken";
      readonly failed: ReminderNotification;
      /** The reminder was not delivered, or the person became unavailable before it was sent. */
      readonly why: string | Unavailable;
      readonly next: ReminderNotification | null;
    }
  /** A person was notified, after one or more of their identities could not be reached. */
  | { readonly type: "reachedByOtherRoute"; readonly person: string; readonly why: string }
  /** The step was not sent, because its clock is paused. It is due again when the clock resumes. */
  | {
      readonly type: "requeued";
      readonly clock: ClockKind;
      readonly cycle: number;
      readonly target: number;
      readonly step: number;
    };

export interface ReminderSent {
  readonly type: "reminder";
  readonly notice: ReminderNotification;
}

/** No clock of the ticket runs. */
export interface ReminderRefusal {
  readonly reason: "nothingRunning";
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly reminders: {
      readonly command: ReminderCommand;
      readonly event: ReminderEvent;
      readonly notification: ReminderSent;
      readonly refusal: ReminderRefusal;
    };
  }
}
