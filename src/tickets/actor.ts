import type { ChannelRef, Membership, UserRef } from "./refs.ts";

/** Who wishes: a person in a channel of a platform (the desk knows who that is), or the desk's own clock. */
export type Actor =
  | {
      readonly kind: "person";
      readonly user: UserRef;
      readonly name: string;
      readonly channel: ChannelRef;
      /** What the platform told of them, where it was not what the desk takes for granted. */
      readonly membership?: Membership | undefined;
    }
  | { readonly kind: "clock" };
