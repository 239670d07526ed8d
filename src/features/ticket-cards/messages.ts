import type { ChannelRef } from "../../tickets/refs.ts";

/** For staff only: a staff card moved to these channels. */
export interface CardNotification {
  readonly type: "cardMoved";
  readonly to: readonly ChannelRef[];
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly ticketCards: {
      readonly notification: CardNotification;
    };
  }
}
