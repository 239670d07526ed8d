import type { Severity } from "../../sla/severity.ts";
import type { ClockChanges, MovedTarget } from "../../tickets/clocks/changed-clocks.ts";

export type SeverityCommand =
  /** Lowering a confirmed severity needs a reason. */
  | { readonly type: "setSeverity"; readonly severity: Severity; readonly reason?: string }
  | { readonly type: "setAccount"; readonly account: string }
  /** From the clock, on an admin's request: the open targets follow the current desk file. */
  | { readonly type: "replan" };

export type SeverityEvent =
  | {
      readonly type: "severitySet";
      readonly from: Severity;
      readonly to: Severity;
      readonly reason: string | null;
      readonly clocks: ClockChanges;
    }
  | { readonly type: "accountSet"; readonly from: string | null; readonly to: string; readonly clocks: ClockChanges }
  | { readonly type: "replanned"; readonly clocks: ClockChanges };

export type SeverityNotification =
  | {
      readonly type: "severityChanged";
      readonly from: Severity;
      readonly to: Severity;
      readonly movedTargets: readonly MovedTarget[];
    }
  /** Another account or a new desk file moved the targets. */
  | { readonly type: "targetsMoved"; readonly movedTargets: readonly MovedTarget[] }
  /** For staff only. */
  | {
      readonly type: "severityLowered";
      readonly from: Severity;
      readonly to: Severity;
      readonly reason: string;
      readonly by: string;
    };

export type SeverityRefusal =
  | { readonly reason: "reasonNeeded" }
  | { readonly reason: "noSuchAccount"; readonly name: string }
  /** The conversation is in the channel of this account, so another account must not read it. */
  | { readonly reason: "channelOfAnother"; readonly name: string }
  /** The requester is no contact of this account, so the conversation would move to people who must not read it. */
  | { readonly reason: "requesterOfAnother"; readonly requester: string; readonly name: string }
  | { readonly reason: "consultingHasNone" };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly severity: {
      readonly command: SeverityCommand;
      readonly event: SeverityEvent;
      readonly notification: SeverityNotification;
      readonly refusal: SeverityRefusal;
    };
  }
}
