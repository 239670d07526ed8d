import type { Arrival } from "../db/inbox-store.ts";

/** Stores several arrivals, all or none, and returns the keys that were new. */
type Store = (arrivals: readonly Arrival[]) => Promise<readonly string[]>;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** More in one statement would make the first wait for the last. */
const mostAtOnce = 100;

/**
 * Stores inbound events. Those that arrive while others are being stored wait, and are then stored together: under load one
 * commit serves many. Resolves once the event is committed, with whether it was new. Where a group cannot be stored,
 * each of its events is stored alone, so that one bad event fails alone.
 */
export const createIntake = (store: Store): ((arrival: Arrival) => Promise<boolean>) => {
  let waiting: Waiting[] = [];
  let storing = false;

  const storeGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const fresh = new Set(await store(group.map(({ arrival }) => arrival)));
      // Of two with the same key, the first is the new one.
      for (const { arrival, resolve } of group) resolve(fresh.delete(arrival.inboundEvent.key));
    } catch (error) {
      const [only, ...others] = group;
      if (others.length === 0) return only?.reject(error);
      for (const each of group) await storeGroup([each]);
    }
  };

  const storeAll = async (): Promise<void> => {
    if (storing) return;
    storing = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      await storeGroup(group);
    }
    storing = false;
  };

  return (arrival) =>
    new Promise<boolean>((resolve, reject) => {
      waiting.push({ arrival, resolve, reject });
      void storeAll();
    });
};
