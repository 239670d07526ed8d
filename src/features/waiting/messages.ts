import type { Instant } from "../../sla/instant.ts";
import type { CustomerDelivery } from "../../tickets/clocks/inactivity.ts";
import type { Inactivity } from "../../tickets/ticket-records.ts";

export type WaitingCommand =
  /** `asked`: the last message to the customer asked for something. Refused if the customer wrote since. */
  | { readonly type: "wait"; readonly asked?: true }
  /**
   * From the clock: the customer of a waiting ticket did not write for long. The transaction reads `delivery`. Missing: every
   * message arrived at once.
   */
  | { readonly type: "checkInactivity"; readonly delivery?: CustomerDelivery };

export type WaitingEvent =
  /** `withReply`: the reply that came with it told the customer. */
  | { readonly type: "waitStarted"; readonly inactivity: Inactivity | null; readonly withReply: boolean }
  | { readonly type: "nudged"; readonly inactivity: Inactivity }
  /** Staff wrote while the ticket waited, or a message reached the customer late: the wait counts from then. */
  | { readonly type: "inactivityRestarted"; readonly inactivity: Inactivity };

/** The bot asks the customer again. The ticket is closed at `closeAt`. */
export interface WaitingNotification {
  readonly type: "nudged";
  readonly closeAt: Instant | null;
}

/** Staff have asked the customer nothing since the customer last wrote. */
export interface WaitingRefusal {
  readonly reason: "nothingAskedOfCustomer";
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly waiting: {
      readonly command: WaitingCommand;
      readonly event: WaitingEvent;
      readonly notification: WaitingNotification;
      readonly refusal: WaitingRefusal;
    };
  }
}
