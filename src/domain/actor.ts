import type { ChannelRef, UserRef } from "./refs.ts";

/** Who wishes: a person in a channel of a platform (the desk knows who that is), or the desk's own clock. */
export type Actor =
  | { readonly kind: "person"; readonly user: UserRef; readonly name: string; readonly channel: ChannelRef }
  | { readonly kind: "clock" };
