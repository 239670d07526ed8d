/** The bot offered these manual articles before the ticket was opened, and they did not help. */
export interface KnowledgeEvent {
  readonly type: "articlesOffered";
  readonly titles: readonly string[];
}

/** For staff only. */
export interface KnowledgeNotification {
  readonly type: "articlesOffered";
  readonly titles: readonly string[];
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly knowledge: {
      readonly event: KnowledgeEvent;
      readonly notification: KnowledgeNotification;
    };
  }
}
