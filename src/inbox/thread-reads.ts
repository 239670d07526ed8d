import type { Pace } from "../chat/delivery.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { Instant } from "../sla/instant.ts";
import { backoff } from "../delivery/backoff.ts";
import type { CountedCustomer } from "../tickets/limits.ts";

/**
 * How often a customer may have a thread read, and all people of an account together. Only reads count that a limit of
 * tickets does not: a 🎫 on a message that becomes no ticket. The rest of the platform's limit is for other accounts.
 */
const perPerson: Pace = { burst: 10, everyMs: 6_000 };
const perAccount: Pace = { burst: 20, everyMs: 3_000 };

/** An event whose turn would come later (ms) is dropped, so that a flood does not fill the inbox. */
const longestTurnMs = 10 * 60_000;

const most = 10_000;

/** What this process knows of the reading of threads. */
export interface ThreadReads {
  /**
   * When an event of a customer may have a thread read; null: now. Asking again for the same event gives the same turn.
   * `never`: too many events of the customer wait for their turn.
   */
  turnOf(event: string, who: CountedCustomer): Instant | "never" | null;
  /** Until when no thread of a channel is read, because the platform did not answer there; null: threads are read. */
  closedUntil(channel: ChannelRef): Instant | null;
  /** The platform did not give a thread of the channel. `until`: not before this time, if it said so. */
  failed(channel: ChannelRef, until: Instant | null): void;
  /** The platform gave a thread of the channel. */
  succeeded(channel: ChannelRef): void;
}

/** Keeps the newest entries. */
const remember = <Value>(known: Map<string, Value>, key: string, value: Value): void => {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
};

/** Gives each event the next free moment of its key. */
const createTurns = ({ burst, everyMs }: Pace, now: () => Instant) => {
  /** Key to the moment at which all its turns are free again. */
  const fullAt = new Map<string, Instant>();
  const turns = new Map<string, Instant>();
  return {
    of: (key: string, event: string): Instant | "never" | null => {
      const full = Math.max(fullAt.get(key) ?? 0, now()) + everyMs;
      const turn = turns.get(`${key} ${event}`) ?? full - burst * everyMs;
      if (turn > now() + longestTurnMs) return "never";
      if (!turns.has(`${key} ${event}`)) {
        remember(fullAt, key, full);
        remember(turns, `${key} ${event}`, turn);
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
  return {
    turnOf: (event, { person, account }) => {
      const own = people.of(person, event);
      if (own !== null) return own;
      // A person's later events take no turn of the account before it is their own turn.
      const shared = account === null ? null : accounts.of(account, event);
      if (shared !== null) return shared;
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
      remember(closed, channel, { until: until ?? backoff(now(), failures), failures: failures + 1 });
    },
    succeeded: (channel) => void closed.delete(channel),
  };
};
