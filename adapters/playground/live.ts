import { isMember } from "./cast.ts";
import type { Live, UserRef } from "./wire.ts";

/** Pushes what happens to the open pages, each seeing what the person it acts as may see. */
export interface LiveFeed {
  /** Returns how to leave again. */
  join(user: UserRef, hear: (live: Live) => void): () => void;
  say(live: Live): void;
  /** To the pages that act as this person only. */
  sayTo(user: UserRef, live: Live): void;
}

export const createLiveFeed = (): LiveFeed => {
  const listeners = new Set<{ readonly user: UserRef; readonly hear: (live: Live) => void }>();
  const maySee = (user: UserRef, live: Live): boolean =>
    live.event !== "message" || isMember(user, live.message.channel);
  return {
    join(user, hear) {
      const listener = { user, hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say(live) {
      for (const { user, hear } of listeners) if (maySee(user, live)) hear(live);
    },
    sayTo(user, live) {
      for (const listener of listeners) if (listener.user === user) listener.hear(live);
    },
  };
};
