import type { Instant } from "../../src/sla/instant.ts";
import type { ChatPort, Limits } from "../../src/chat/port.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { UserRef } from "../../src/tickets/refs.ts";

/** A message that a platform accepted. */
export interface Told {
  readonly user: UserRef;
  readonly key: string;
  readonly at: Instant;
}

/** One message a second to anybody, after a burst of five; four hundred in a minute. */
const taken: Limits = {
  perPlace: { burst: 5, everyMs: 1_000 },
  edits: { in: "platform", burst: 20, everyMs: 2_000 },
  perMinute: 400,
};
/** The limit that the desk knows: one less, since one call may take longer than the next. */
const limits: Limits = { ...taken, perPlace: { ...taken.perPlace, burst: 4 } };

/** A platform that counts: it refuses and records messages that come too fast. */
export interface LimitedPort {
  readonly port: ChatPort;
  readonly received: readonly Told[];
  readonly refused: number;
}

const tooFast = (times: readonly Instant[], at: Instant, { perPlace }: Limits): boolean => {
  // In any span the platform allows the saved-up messages and one for each interval.
  for (let back = perPlace.burst; back <= times.length; back += 1) {
    const since = at - (times[times.length - back] ?? at);
    if (back + 1 > perPlace.burst + since / perPlace.everyMs) return true;
  }
  return false;
};

export const limitedPort = (now: () => Instant): LimitedPort => {
  const posted: Told[] = [];
  const state = { refused: 0 };
  const tell = async (user: UserRef, key: string): Promise<Delivery> => {
    const at = now();
    const theirs = posted.filter((each) => each.user === user).map((each) => each.at);
    const minute = posted.filter((each) => each.at > at - 60_000).length;
    if (minute >= taken.perMinute || tooFast(theirs, at, taken)) {
      state.refused += 1;
      return { ok: false, failure: { kind: "waitUntil", until: at + 1_000, why: "rate limited" } };
    }
    posted.push({ user, key, at });
    return { ok: true, ref: { channel: user, id: String(posted.length) } };
  };
  return {
    port: {
      limits,
      post: ({ channel }, _, { key }) => tell(channel, key),
      edit: async (ref) => ({ ok: true, ref }),
      tell: (user, _, { key }) => tell(user, key),
    },
    received: posted,
    get refused() {
      return state.refused;
    },
  };
};
