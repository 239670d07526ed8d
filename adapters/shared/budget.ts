import type { Instant } from "../../src/sla/instant.ts";
import { setNewest } from "../../src/chat/bounded-map.ts";

/** How much a person may use at once, and after how long (ms) they may use one more. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

const most = 10_000;

/** Returns a function that uses one unit of a key's budget, and says whether there was one left. */
export const createBudgets = ({ burst, everyMs }: Allowance, now: () => Instant): ((key: string) => boolean) => {
  /** Key to the moment at which its budget is full again. */
  const fullAt = new Map<string, Instant>();
  return (key) => {
    const at = now();
    const full = Math.max(fullAt.get(key) ?? 0, at) + everyMs;
    if (full - at > burst * everyMs) return false;
    setNewest(fullAt, key, full, most);
    return true;
  };
};
