import type { ChannelRef, Membership, UserRef } from "./refs.ts";

/** Who gives a command: a person in a channel of a platform, or the desk's own clock. */
export type Actor =
  | {
      readonly kind: "person";
      readonly user: UserRef;
      readonly name: string;
      readonly channel: ChannelRef;
      /** How the platform says this person belongs to the workspace. Missing means a usual member. */
      readonly membership?: Membership | undefined;
    }
  | { readonly kind: "clock" };
