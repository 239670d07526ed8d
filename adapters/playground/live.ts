import { isMember } from "./cast.ts";
import type { UserRef } from "../../src/tickets/refs.ts";
import type { Live } from "./wire.ts";

/** Pushes changes to the open pages. Each page sees what its person may see. */
export interface LiveFeed {
  /** Returns a function that leaves the feed. */
  join(user: UserRef, receive: (live: Live) => void): () => void;
  /** Receives what is pushed to every page. Returns a function that ends it. */
  watch(receive: (live: Live) => void): () => void;
  say(live: Live): void;
  /** To the pages of this person only; if there is none, to the next page that acts as them. */
  sayTo(user: UserRef, live: Live): void;
}

const pendingPerPerson = 20;

export const createLiveFeed = (): LiveFeed => {
  const watchers = new Set<(live: Live) => void>();
  const listeners = new Set<{ readonly user: UserRef; readonly receive: (live: Live) => void }>();
  /** Private answers for a person whom the visitor has just left, until the visitor returns. */
  const pending = new Map<UserRef, readonly Live[]>();
  const maySee = (user: UserRef, live: Live): boolean =>
    live.event !== "message" || isMember(user, live.message.channel);
  return {
    join(user, receive) {
      const listener = { user, receive };
      listeners.add(listener);
      for (const live of pending.get(user) ?? []) receive(live);
      pending.delete(user);
      return () => void listeners.delete(listener);
    },
    watch(receive) {
      watchers.add(receive);
      return () => void watchers.delete(receive);
    },
    say(live) {
      for (const receive of watchers) receive(live);
      for (const { user, receive } of listeners) if (maySee(user, live)) receive(live);
    },
    sayTo(user, live) {
      const theirs = [...listeners].filter((each) => each.user === user);
      for (const { receive } of theirs) receive(live);
      if (theirs.length === 0) pending.set(user, [...(pending.get(user) ?? []), live].slice(-pendingPerPerson));
    },
  };
};
