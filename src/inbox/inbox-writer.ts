import type { Arrival } from "../db/inbox-store.ts";

/** Stores several arrivals, all or none, and returns the keys that were new. */
type Store = (arrivals: readonly Arrival[]) => Promise<readonly string[]>;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** The most arrivals in one statement. More would make the first one wait for the last. */
const mostAtOnce = 100;

/**
 * Stores inbound events. Events that arrive during a statement are stored together in the next one, so that one commit
 * serves many under load. Resolves after the commit, with whether the event was new. If a group cannot be stored, each
 * event is stored alone once more, so that a bad event fails alone and a lost connection does not double an event.
 */
export const createInboxWriter = (store: Store): ((arrival: Arrival) => Promise<boolean>) => {
  let waiting: Waiting[] = [];
  let storing = false;

  const storeGroup = async (group: readonly Waiting[], isRepeated = false): Promise<void> => {
    try {
      const fresh = new Set(await store(group.map(({ arrival }) => arrival)));
      // Of two arrivals with the same key, the first is the new one. An event that is known after a failure is new too: the
      // connection was lost after its commit.
      for (const { arrival, resolve } of group) resolve(fresh.delete(arrival.inboundEvent.key) || isRepeated);
    } catch (error) {
      if (isRepeated) for (const each of group) each.reject(error);
      else for (const each of group) await storeGroup([each], true);
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
