import type { Pace } from "../chat/delivery.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { Instant } from "../sla/instant.ts";
import { backoff } from "../delivery/backoff.ts";
import type { CountedCustomer } from "../tickets/limits.ts";
import { setNewest } from "../chat/bounded-map.ts";

/**
 * How often a customer may have a thread read, and all people of an account together. Only reads count that a limit of
 * tickets does not: a 🎫 on a message that becomes no ticket. The rest of the platform's limit is for other accounts.
 */
const perPerson: Pace = { burst: 10, everyMs: 6_000 };
const perAccount: Pace = { burst: 20, everyMs: 3_000 };

/** An event whose turn would come later (ms) gets none, so that a flood does not fill the inbox. */
const longestTurnMs = 10 * 60_000;

/** Texts name whole minutes. */
const wholeMinute = (at: Instant): Instant => Math.ceil(at / 60_000) * 60_000;

/** Too many events wait for a turn. All turns are free again at `freeAt`. */
export interface NoTurn {
  readonly freeAt: Instant;
  /** Whether the person had no turn before, and until when is not over yet. */
  readonly alreadyNotified: boolean;
}

const most = 10_000;

/** What this process knows of the reading of threads. */
export interface ThreadReads {
  /**
   * When an event of a customer may have a thread read; null: now. Asking again for the same event gives the same turn.
   * No turn: too many events of the person or of their account wait for one.
   */
  turnOf(event: string, who: CountedCustomer): Instant | NoTurn | null;
  /** Until when no thread of a channel is read, because the platform did not answer there; null: threads are read. */
  closedUntil(channel: ChannelRef): Instant | null;
  /** The platform did not give a thread of the channel. `until`: not before this time, if it said so. */
  failed(channel: ChannelRef, until: Instant | null): void;
  /** The platform gave a thread of the channel. */
  succeeded(channel: ChannelRef): void;
}

/** Gives each event the next free moment of its key. */
const createTurns = ({ burst, everyMs }: Pace, now: () => Instant) => {
  /** Key to the moment at which all its turns are free again. */
  const fullAt = new Map<string, Instant>();
  const turns = new Map<string, Instant>();
  return {
    /** `freeAt`: the key has no turn within the longest wait. */
    of: (key: string, event: string): Instant | { readonly freeAt: Instant } | null => {
      const full = Math.max(fullAt.get(key) ?? 0, now()) + everyMs;
      const turn = turns.get(`${key} ${event}`) ?? full - burst * everyMs;
      if (turn > now() + longestTurnMs) return { freeAt: full - everyMs };
      if (!turns.has(`${key} ${event}`)) {
        setNewest(fullAt, key, full, most);
        setNewest(turns, `${key} ${event}`, turn, most);
      }
      return turn > now() ? turn : null;
    },
    taken: (key: string, event: string): void => void turns.delete(`${key} ${event}`),
  };
};

/** Limits how often customers have threads read, and remembers where the platform does not answer. */
export const createThreadReads = (now: () => Instant): ThreadReads => {
  const people = createTurns(perPerson, now);
  const accounts = createTurns(perAccount, now);
  const closed = new Map<string, { readonly until: Instant; readonly failures: number }>();
  /** Until when a person knows that they have no turn. */
  const notified = new Map<string, Instant>();
  const noTurn = (person: string, { freeAt }: { readonly freeAt: Instant }): NoTurn => {
    const alreadyNotified = (notified.get(person) ?? 0) > now();
    const until = wholeMinute(freeAt);
    if (!alreadyNotified) setNewest(notified, person, until, most);
    return { freeAt: until, alreadyNotified };
  };
  return {
    turnOf: (event, { person, account }) => {
      const own = people.of(person, event);
      if (own !== null) return typeof own === "number" ? own : noTurn(person, own);
      // A person's later events take no turn of the account before it is their own turn.
      const shared = account === null ? null : accounts.of(account, event);
      if (shared !== null) return typeof shared === "number" ? shared : noTurn(person, shared);
      people.taken(person, event);
      if (account !== null) accounts.taken(account, event);
      return null;
    },
    closedUntil: (channel) => {
      const { until } = closed.get(channel) ?? { until: 0 };
      return until > now() ? until : null;
    },
    failed: (channel, until) => {
      const failures = closed.get(channel)?.failures ?? 0;
      setNewest(closed, channel, { until: until ?? backoff(now(), failures), failures: failures + 1 }, most);
    },
    succeeded: (channel) => void closed.delete(channel),
  };
};
