import type { Instant } from "../../src/sla/instant.ts";
import { createBudgets, type Allowance } from "./budget.ts";
import { setNewest } from "../../src/chat/bounded-map.ts";

const rememberMs = 60 * 60_000;
/** How long (ms) the platform is not asked again after it did not answer. */
const rememberFailureMs = 30_000;
const most = 10_000;

/** What a person may make the adapter ask, and all people together. The rest of the platform's limit is for other work. */
const perPerson: Allowance = { burst: 20, everyMs: 6_000 };
const together: Allowance = { burst: 30, everyMs: 1_000 };

interface Entry<T> {
  readonly found: Promise<T | null>;
  until: Instant;
  failed: boolean;
}

/** Until when the platform limits all such requests; null if the error says nothing of the kind. */
type LimitOf = (error: unknown) => Instant | null;

/** Asks a platform for details by id, and remembers the answers. */
export interface LookUps<T> {
  /** Null if the platform refuses or does not answer; the next request asks again. Never rejects. */
  find(id: string): Promise<T | null>;
  /**
   * The same for an id that a person wrote. A refusal is remembered, and the platform is not asked if they wrote too many
   * unknown ids recently.
   */
  findFor(person: string, id: string): Promise<T | null>;
}

/**
 * Remembers answers and refusals for an hour, because a person can write the same ids as often as they like. The platform
 * is never asked twice at the same time for one id, and not at all while it limits these requests. `failed` is called for each
 * request that failed.
 */
export const createLookUps = <T>({
  ask,
  isRefusal,
  limitedUntil,
  failed,
  now,
}: {
  readonly ask: (id: string) => Promise<T | null>;
  /** Whether an error says that the platform will not tell, and not that it cannot answer now. */
  readonly isRefusal: (error: unknown) => boolean;
  readonly limitedUntil?: LimitOf;
  readonly failed: (id: string, error: unknown) => void;
  readonly now: () => Instant;
}): LookUps<T> => {
  const known = new Map<string, Entry<T>>();
  const mayAsk = createBudgets(perPerson, now);
  const mayAskTogether = createBudgets(together, now);

  let paused: Instant = 0;

  const remembered = (id: string): Entry<T> | null => {
    const entry = known.get(id);
    return entry !== undefined && entry.until > now() ? entry : null;
  };

  const askAnew = (id: string): Promise<T | null> => {
    const entry: Entry<T> = { found: ask(id).catch(failedWith), until: now() + rememberMs, failed: false };
    function failedWith(error: unknown): null {
      entry.failed = true;
      if (!isRefusal(error)) entry.until = now() + rememberFailureMs;
      paused = Math.max(paused, limitedUntil?.(error) ?? 0);
      failed(id, error);
      return null;
    }
    setNewest(known, id, entry, most);
    return entry.found;
  };

  const find = (id: string): Promise<T | null> => {
    const before = remembered(id);
    if (before !== null && !before.failed) return before.found;
    return paused > now() ? Promise.resolve(null) : askAnew(id);
  };

  return {
    find,
    findFor: async (person, id) => {
      const before = remembered(id);
      if (before !== null) return before.found;
      return paused <= now() && mayAsk(person) && mayAskTogether("") ? find(id) : null;
    },
  };
};
