import type { ChannelRef } from "../../tickets/refs.ts";

/** For staff only: a card of the staff's is in these channels now. */
export interface CardNotification {
  readonly type: "cardMoved";
  readonly to: readonly ChannelRef[];
}

declare module "../../tickets/feature-messages.ts" {
  interface FeatureMessages {
    readonly ticketCards: {
      readonly notification: CardNotification;
    };
  }
}
