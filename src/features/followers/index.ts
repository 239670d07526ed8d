export { addressNamed } from "./follower-form.ts";
export { followerItem } from "./fact.ts";
export type { Follower } from "./messages.ts";
