import type { Instant } from "../../../src/sla/instant.ts";
import type { Log } from "../../../src/chat/port.ts";

import { failureOf } from "../errors.ts";
import type { AttemptPause } from "../../shared/waiting.ts";

/** Repeats work until it succeeds; null if Discord refuses it for good or the adapter stops. */
export type Retry = <T>(what: string, work: () => Promise<T>) => Promise<T | null>;

const hopeless: ReadonlySet<string> = new Set(["recipientGone", "ourBug", "installBroken"]);

/**
 * Creates the retry of one adapter. It waits half a second at first, half a minute at most, or as long as Discord says.
 */
export const createRetry =
  (log: Log, now: () => Instant, pause: AttemptPause): Retry =>
  async (what, work) => {
    for (let failures = 0; !pause.ended(); failures++)
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error, now());
        log.warn({ what, failure: failure.kind, err: failure.why }, "discord.retry");
        if (hopeless.has(failure.kind)) return null;
        await pause(failure.kind === "waitUntil" ? failure.until - now() : Math.min(30_000, 500 * 2 ** failures));
      }
    return null;
  };
