import { setTimeout as wait } from "node:timers/promises";
import type { Allowance } from "./budget.ts";

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

/**
 * Returns a function to call before each of many requests: the first `burst` go at once, each later one after `everyMs`.
 * It resolves to false when the adapter stops.
 */
export const createPace = ({ burst, everyMs }: Allowance, pause: AttemptPause): (() => Promise<boolean>) => {
  let calls = 0;
  return async () => {
    if ((calls += 1) > burst) await pause(everyMs);
    return !pause.ended();
  };
};

/** Returns what the promise resolves to within `ms` milliseconds, or null if it takes longer or rejects. */
export const withTimeout = async <T>(promise: Promise<T>, ms: number): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  try {
    return await Promise.race([promise, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

const longestStopMs = 5_000;

/** Waits until all work has ended, for at most five seconds. A platform that does not answer must not block the stop. */
export const allSettledSoon = async (work: Iterable<Promise<unknown>>): Promise<void> => {
  await withTimeout(Promise.allSettled(work), longestStopMs);
};
