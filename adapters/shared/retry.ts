import type { DeliveryFailure } from "../../src/chat/delivery.ts";
import type { LogEvent } from "../../src/chat/log-events.ts";
import type { Log } from "../../src/chat/port.ts";
import type { Instant } from "../../src/sla/instant.ts";
import type { AttemptPause } from "./waiting.ts";

/**
 * Repeats work until it succeeds; null if the platform refuses it for good or the adapter stops. It throws `TriedEnough` after
 * `most` failures. A rate limit is no failure.
 */
export type Retry = <T>(what: string, work: () => Promise<T>, most?: number) => Promise<T | null>;

/** The platform failed as often as the work may be tried. */
export class TriedEnough extends Error {}

/** The platform may fail so often in a row for one place or message. These tries take 15 seconds, and other places wait for them. */
export const mostTries = 6;

interface RetryDeps {
  readonly log: Log;
  /** The event of the log line for each failure. */
  readonly event: LogEvent;
  readonly failureOf: (error: unknown, now: Instant) => DeliveryFailure;
  readonly now: () => Instant;
  readonly pause: AttemptPause;
}

const hopeless: ReadonlySet<string> = new Set(["recipientGone", "ourBug", "installBroken"]);

/**
 * Creates the retry of one adapter. It waits half a second at first, half a minute at most, or as long as the platform says.
 */
export const createRetry =
  ({ log, event, failureOf, now, pause }: RetryDeps): Retry =>
  async (what, work, most = Infinity) => {
    let counted = 0;
    for (let failures = 0; !pause.ended(); failures++)
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error, now());
        log.warn({ what, failure: failure.kind, err: failure.why }, event);
        if (hopeless.has(failure.kind)) return null;
        if (failure.kind !== "waitUntil" && (counted += 1) >= most) throw new TriedEnough(what);
        await pause(failure.kind === "waitUntil" ? failure.until - now() : Math.min(30_000, 500 * 2 ** failures));
      }
    return null;
  };

/** Works on each, `atOnce` at the same time. Returns those on which the platform failed as often as they may be tried. */
export const tryEach = async <T extends object>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  atOnce = 1,
): Promise<readonly T[]> => {
  const left = [...all];
  const failed: T[] = [];
  const workOn = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      try {
        await work(next);
      } catch (error) {
        if (!(error instanceof TriedEnough)) throw error;
        failed.push(next);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
  return failed;
};

/**
 * Repeats the work on those that failed while these are all, because then the platform does not work, and not one of them.
 * Returns those that failed last.
 */
export const tryWhileAllFail = async <T extends object>(
  failed: readonly T[],
  all: number,
  { again, pause }: { readonly again: (these: readonly T[]) => Promise<readonly T[]>; readonly pause: AttemptPause },
): Promise<readonly T[]> => {
  let left = failed;
  while (left.length > 0 && left.length === all && !pause.ended()) left = await again(left);
  return left;
};
