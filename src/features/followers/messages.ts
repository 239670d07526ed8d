import type { CopiedPerson } from "../../tickets/contact.ts";
import type { UserRef } from "../../tickets/refs.ts";

/** A contact of the ticket's account who hears what the requester hears, and may write on the ticket. */
export interface Follower {
  readonly user: UserRef;
  readonly name: string;
}

export type FollowersCommand =
  | ({ readonly type: "addFollower" } & Follower)
  | { readonly type: "removeFollower"; readonly user: UserRef }
  /** A customer copied these people in their mail. */
  | { readonly type: "reportCopied"; readonly name: string; readonly people: readonly CopiedPerson[] };

export type FollowersEvent =
  | ({ readonly type: "followerAdded" } & Follower)
  | ({ readonly type: "followerRemoved" } & Follower)
  /** `name`: who copied them. Only people whom no earlier mail on the ticket copied. */
  | { readonly type: "peopleCopied"; readonly name: string; readonly people: readonly CopiedPerson[] };

export type FollowersNotification =
  /** For staff. `by`: the agent. */
  | ({ readonly type: "followerAdded"; readonly by: string } & Follower)
  | { readonly type: "followerRemoved"; readonly by: string; readonly name: string }
  /** For the new follower. */
  | { readonly type: "youFollow"; readonly by: string }
  /** For staff. */
  | { readonly type: "peopleCopied"; readonly name: string; readonly people: readonly CopiedPerson[] };

export type FollowersRefusal =
  | { readonly reason: "followsAlready"; readonly name: string }
  | { readonly reason: "isRequester"; readonly name: string }
  | { readonly reason: "doesNotFollow" }
  | { readonly reason: "tooManyFollowers"; readonly most: number }
  /** The ticket has no account, so it has no contacts. */
  | { readonly reason: "noAccount" }
  /** The account's manager withdrew this person's access. */
  | { readonly reason: "accessWithdrawn"; readonly name: string };

declare module "../../tickets/ticket.ts" {
  interface FeatureFields {
    /** In the order in which they were added. */
    readonly followers: readonly Follower[];
    /** The latest people whom customers copied in mails, by address. */
    readonly copied: readonly CopiedPerson[];
  }
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly followers: {
      readonly command: FollowersCommand;
      readonly event: FollowersEvent;
      readonly notification: FollowersNotification;
      readonly refusal: FollowersRefusal;
    };
  }
}
