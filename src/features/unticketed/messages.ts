/** Shows the customer, once in a channel, how to ask so that the team sees it at once. */
export interface UnticketedCommand {
  readonly type: "explainAsking";
}

export interface UnticketedEvent {
  readonly type: "askingExplained";
}

export interface UnticketedNotification {
  readonly type: "askingExplained";
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly unticketed: {
      readonly command: UnticketedCommand;
      readonly event: UnticketedEvent;
      readonly notification: UnticketedNotification;
    };
  }
}
