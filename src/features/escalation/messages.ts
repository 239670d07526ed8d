import type { Instant } from "../../sla/instant.ts";
import type { NotifyTarget, Page } from "../../tickets/routes/notification-route.ts";
import type { BreachedTarget } from "../../tickets/ticket-records.ts";

export type EscalationCommand =
  /** Escalates to the head of support. `byMail`: a customer wrote to the head's own address, which is open to them at any time. */
  | { readonly type: "escalate"; readonly why: string | null; readonly byMail?: true }
  /** From the clock: the page was not delivered, so the next target is used. */
  | { readonly type: "pageNext"; readonly page: Page; readonly why: string }
  /** From the clock: the page was delivered. */
  | { readonly type: "reportPaged"; readonly page: Page };

export type EscalationEvent =
  | {
      readonly type: "escalated";
      readonly why: string | null;
      readonly breached: BreachedTarget | null;
      readonly page: readonly Page[];
    }
  | {
      readonly type: "pageFailed";
      readonly failed: Page;
      readonly why: string;
      readonly next: Page | null;
    }
  /** The first of the paged people was notified; null means all of triage. */
  | { readonly type: "pageDelivered"; readonly about: Page["about"]; readonly person: string | null };

export type EscalationNotification =
  | { readonly type: "page"; readonly page: Page }
  /** For staff only. */
  | {
      readonly type: "escalated";
      readonly by: string;
      readonly why: string | null;
      readonly to: readonly NotifyTarget[];
    }
  /** For staff only: no further target is left. */
  | { readonly type: "pageUndelivered"; readonly page: Page; readonly why: string }
  | {
      readonly type: "pageDelivered";
      readonly about: Page["about"];
      readonly person: string | null;
      readonly at: Instant;
    };

export type EscalationRefusal =
  /** No target is breached. The next is due at `due`, if any clock runs; `manager` is a key of the desk's people. */
  | { readonly reason: "notBreached"; readonly due: Instant | null; readonly manager: string | null }
  | { readonly reason: "escalatedAlready"; readonly at: Instant; readonly again: Instant };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly escalation: {
      readonly command: EscalationCommand;
      readonly event: EscalationEvent;
      readonly notification: EscalationNotification;
      readonly refusal: EscalationRefusal;
    };
  }
}
