import type { SkippedTarget, Unavailable, NoticeAbout } from "../../tickets/routes/notification-route.ts";

export type AssignmentCommand =
  | { readonly type: "claim" }
  | { readonly type: "assign"; readonly person: string | null }
  /** From the clock: the desk file no longer names the assignee. */
  | { readonly type: "reassign" };

/** The desk file no longer names the assignee. `next` is the next available agent; null offers the ticket to triage. */
export interface AssigneeLeft {
  readonly type: "assigneeLeft";
  readonly person: string;
  readonly next: string | null;
}

export type AssignmentEvent =
  | {
      readonly type: "assigned";
      readonly person: string | null;
      readonly claimed: boolean;
      /**
       * `direct`: they are notified. A reason: they are not, because they are unavailable. Null: they did it
       * themselves.
       */
      readonly notified: "direct" | Unavailable | null;
    }
  /** The desk uses round robin, and no agent was available. */
  | { readonly type: "noAgentAvailable" }
  | AssigneeLeft;

export type AssignmentNotification =
  /** For staff only: the desk uses round robin, and no agent was available. */
  | { readonly type: "noAgentAvailable" }
  /** For staff only. */
  | AssigneeLeft
  /** For the new assignee. `by` is null if round robin chose them. */
  | { readonly type: "assigned"; readonly person: string; readonly by: string | null }
  /** For staff only: the new assignee is unavailable and was not notified. */
  | { readonly type: "assigneeNotNotified"; readonly person: string; readonly why: SkippedTarget["why"] }
  /** For the assignee or their stand-in (`instead`), if triage cannot mention them. */
  | {
      readonly type: "assigneeNotice";
      readonly about: NoticeAbout;
      readonly person: string;
      readonly instead: string | null;
    };

export type AssignmentRefusal =
  | { readonly reason: "alreadyClaimed"; readonly by: string }
  | { readonly reason: "noSuchPerson"; readonly name: string };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly assignment: {
      readonly command: AssignmentCommand;
      readonly event: AssignmentEvent;
      readonly notification: AssignmentNotification;
      readonly refusal: AssignmentRefusal;
    };
  }
}
