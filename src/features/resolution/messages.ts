import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { MentionedPerson } from "../../tickets/refs.ts";

export type ResolutionCommand = { readonly type: "resolve" } | { readonly type: "reopen" };

export type ResolutionEvent =
  /**
   * `asksRating`: the bot asks the customer for a rating. `autoClosed`: the desk closed it, because the customer did not
   * write any more.
   */
  | { readonly type: "resolved"; readonly asksRating: boolean; readonly autoClosed: boolean }
  /** `needsReply`: the customer waits for an answer again. */
  | { readonly type: "reopened"; readonly needsReply: boolean; readonly clocks: ClockChanges };

export interface StatusNotification {
  readonly type: "statusChanged";
  readonly to: "waiting" | "resolved" | "reopened";
  readonly by: string;
  readonly asksRating: boolean;
  readonly autoClosed: boolean;
  /** The requester did it and need not be notified. */
  readonly byRequester: boolean;
  readonly mention: MentionedPerson | null;
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly resolution: {
      readonly command: ResolutionCommand;
      readonly event: ResolutionEvent;
      readonly notification: StatusNotification;
    };
  }
}
