import type { DeliveryFailure } from "../../src/chat/delivery.ts";
import type { LogEvent } from "../../src/chat/log-events.ts";
import type { Log } from "../../src/chat/port.ts";
import type { Instant } from "../../src/sla/instant.ts";
import type { AttemptPause } from "./waiting.ts";

/** Repeats work until it succeeds; null if the platform refuses it for good or the adapter stops. */
export type Retry = <T>(what: string, work: () => Promise<T>) => Promise<T | null>;

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
  async (what, work) => {
    for (let failures = 0; !pause.ended(); failures++)
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error, now());
        log.warn({ what, failure: failure.kind, err: failure.why }, event);
        if (hopeless.has(failure.kind)) return null;
        await pause(failure.kind === "waitUntil" ? failure.until - now() : Math.min(30_000, 500 * 2 ** failures));
      }
    return null;
  };
