import { setTimeout as wait } from "node:timers/promises";

/** Waits between attempts, until the adapter stops. */
export interface Pause {
  (ms: number): Promise<void>;
  /** Ends every wait, now and later. */
  end(): void;
}

/** A pause for one adapter's life. */
export const createPause = (): Pause => {
  const stopped = new AbortController();
  const pause = async (ms: number): Promise<void> => {
    await wait(ms, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
  };
  return Object.assign(pause, { end: () => stopped.abort() });
};
