import type { Severity } from "../../sla/severity.ts";
import type { NotifyTarget, Page } from "../../tickets/routes/notification-route.ts";

export type CallbackCommand =
  /** A customer asks for a call on this number, at about this time. */
  | { readonly type: "requestCall"; readonly number: string; readonly time: string | null }
  /** Staff called the customer. */
  | { readonly type: "reportCalled" };

export type CallbackEvent =
  | {
      readonly type: "callRequested";
      readonly number: string;
      readonly time: string | null;
      readonly page: readonly Page[];
    }
  | { readonly type: "called" };

/** For staff only. */
export type CallbackNotification =
  | {
      readonly type: "callRequested";
      readonly by: string;
      readonly number: string;
      readonly time: string | null;
      readonly to: readonly NotifyTarget[];
    }
  | { readonly type: "called"; readonly by: string };

export type CallbackRefusal =
  /** Only tickets of these severities may ask for a call. */
  | { readonly reason: "callNotOffered"; readonly severities: readonly Severity[]; readonly manager: string | null }
  | { readonly reason: "callRequestedAlready" }
  | { readonly reason: "noCallRequested" };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly callback: {
      readonly command: CallbackCommand;
      readonly event: CallbackEvent;
      readonly notification: CallbackNotification;
      readonly refusal: CallbackRefusal;
    };
  }
}
