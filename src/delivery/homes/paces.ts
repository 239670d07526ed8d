import type { Pace } from "../../chat/delivery.ts";
import type { Instant } from "../../sla/instant.ts";
import { dropOldest } from "../../chat/bounded-map.ts";

/** What is counted, and how fast it may happen. */
type Counted = readonly (readonly [key: string, pace: Pace])[];

/** Counts how often something happens, by key. */
export interface Paces {
  /** Counts one more under each key, if each has room. Returns whether they had. */
  take(counted: Counted): boolean;
  /** When each of the keys has room. */
  opensAt(counted: Counted): Instant;
}

interface Bucket {
  readonly left: number;
  readonly at: Instant;
}

/** So many keys are kept; full ones are the same as new ones and can go. */
const mostKeys = 5_000;

/** Creates the counter. */
export const createPaces = (now: () => Instant): Paces => {
  const buckets = new Map<string, Bucket>();
  const read = (key: string, { burst, everyMs }: Pace): number => {
    const bucket = buckets.get(key);
    // Time that goes backwards, after a clock change, takes nothing away.
    return bucket === undefined ? burst : Math.min(burst, bucket.left + Math.max(0, now() - bucket.at) / everyMs);
  };
  return {
    take: (counted) => {
      if (counted.some(([key, pace]) => read(key, pace) < 1)) return false;
      for (const [key, pace] of counted) {
        const left = read(key, pace) - 1;
        buckets.delete(key);
        buckets.set(key, { left, at: now() });
      }
      dropOldest(buckets, mostKeys);
      return true;
    },
    opensAt: (counted) =>
      now() + Math.max(0, ...counted.map(([key, pace]) => Math.ceil((1 - read(key, pace)) * pace.everyMs))),
  };
};
