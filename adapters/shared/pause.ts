import { setTimeout as wait } from "node:timers/promises";

/** Waits between two attempts. A wait ends early when the adapter stops. */
export interface AttemptPause {
  (ms: number): Promise<void>;
  /** Ends every current wait; later waits return at once. */
  end(): void;
  ended(): boolean;
}

/** Creates the pause of one adapter. */
export const createPause = (): AttemptPause => {
  const stopped = new AbortController();
  const pause = async (ms: number): Promise<void> => {
    await wait(ms, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
  };
  return Object.assign(pause, { end: () => stopped.abort(), ended: () => stopped.signal.aborted });
};
