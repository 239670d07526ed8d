import type { UpdateTime } from "../../tickets/ticket-records.ts";
import type { SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";

/** Staff promise the customer an update by this time. */
export interface UpdateCommand {
  readonly type: "promiseUpdate";
  readonly due: UpdateTime;
}

/** `withReply`: the reply that came with it told the customer. */
export interface UpdateEvent {
  readonly type: "updatePromised";
  readonly target: SlaTarget;
  readonly withReply: boolean;
}

export interface UpdateNotification {
  readonly type: "updatePromised";
  readonly due: Instant;
}

export type UpdateRefusal =
  /** The time has already passed. */
  { readonly reason: "timeHasPassed" } | { readonly reason: "tooFarAhead"; readonly days: number };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly promisedUpdates: {
      readonly command: UpdateCommand;
      readonly event: UpdateEvent;
      readonly notification: UpdateNotification;
      readonly refusal: UpdateRefusal;
    };
  }
}
