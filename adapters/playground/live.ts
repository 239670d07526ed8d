import { isMember } from "./cast.ts";
import type { UserRef } from "../../src/tickets/refs.ts";
import type { Live } from "./wire.ts";

/** Pushes what happens to the open pages, each seeing what the person it acts as may see. */
export interface LiveFeed {
  /** Returns how to leave again. */
  join(user: UserRef, hear: (live: Live) => void): () => void;
  say(live: Live): void;
  /** To the pages that act as this person only; where there is none, to the next one that does. */
  sayTo(user: UserRef, live: Live): void;
}

const heldPerPerson = 20;

export const createLiveFeed = (): LiveFeed => {
  const listeners = new Set<{ readonly user: UserRef; readonly hear: (live: Live) => void }>();
  /** A visitor who has just become somebody else misses nothing that was meant for who they were. */
  const held = new Map<UserRef, readonly Live[]>();
  const maySee = (user: UserRef, live: Live): boolean =>
    live.event !== "message" || isMember(user, live.message.channel);
  return {
    join(user, hear) {
      const listener = { user, hear };
      listeners.add(listener);
      for (const live of held.get(user) ?? []) hear(live);
      held.delete(user);
      return () => void listeners.delete(listener);
    },
    say(live) {
      for (const { user, hear } of listeners) if (maySee(user, live)) hear(live);
    },
    sayTo(user, live) {
      const theirs = [...listeners].filter((each) => each.user === user);
      for (const { hear } of theirs) hear(live);
      if (theirs.length === 0) held.set(user, [...(held.get(user) ?? []), live].slice(-heldPerPerson));
    },
  };
};
