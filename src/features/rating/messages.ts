import type { Rating, Score } from "../../tickets/ticket-records.ts";

export interface RatingCommand {
  readonly type: "rate";
  readonly score: Score;
  /** Null leaves the comment as it is. */
  readonly comment: string | null;
}

export interface RatingEvent {
  readonly type: "rated";
  readonly score: Score;
  readonly before: Score | null;
  /** What the customer wrote with it; null if they wrote nothing new. */
  readonly comment: string | null;
}

export type RatingNotification =
  /** For staff only. */
  | {
      readonly type: "rated";
      readonly by: string;
      readonly score: Score;
      readonly before: Score | null;
      readonly comment: string | null;
    }
  /** The question in the conversation must show its answer. */
  | { readonly type: "ratingShown" };

export type RatingRefusal = { readonly reason: "nothingToRate" } | { readonly reason: "ratedAlready" };

declare module "../../tickets/ticket.ts" {
  interface FeatureFields {
    /** The customer's answer. Null until the customer is asked, which happens once. */
    readonly rating: Rating | null;
  }
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly rating: {
      readonly command: RatingCommand;
      readonly event: RatingEvent;
      readonly notification: RatingNotification;
      readonly refusal: RatingRefusal;
    };
  }
}
