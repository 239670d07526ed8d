import type { Page } from "../../tickets/routes/notification-route.ts";

/** The account manager is paged, because consulting is their task. */
export interface ConsultingEvent {
  readonly type: "consultingRouted";
  readonly page: readonly Page[];
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly consulting: {
      readonly event: ConsultingEvent;
    };
  }
}
