import type { Instant } from "../../../src/sla/instant.ts";
import { z } from "zod";
import type { AttemptPause } from "../../shared/waiting.ts";

interface RefusedEventsDeps {
  readonly now: () => Instant;
  readonly pause: AttemptPause;
  /** Reads back from Slack what happened since then. */
  readonly readBack: (since: Instant) => void;
}

/** Events that Plazo did not acknowledge, because the database could not store them or too many requests waited. */
export interface RefusedEvents {
  refused(body: unknown): void;
  /** An event was acknowledged. */
  received(): void;
}

/**
 * How long (ms) refusals may last without a catch-up. Slack repeats an event at once, after one minute and after five, so what
 * Plazo refused for a shorter time comes again.
 */
export const slackRepeatsMs = 60_000;
/** How long (ms) no event may be refused before a catch-up begins. A catch-up during an overload would add to it. */
const calmMs = 10_000;

/** In seconds. A repeated event has the time of its first try. */
const timed = z.object({ event_time: z.number().positive() });

const happenedAt = (body: unknown, now: Instant): Instant => {
  const { data } = timed.safeParse(body);
  return data === undefined ? now : Math.min(now, data.event_time * 1000);
};

/**
 * Remembers since when events were refused, and reads back from then when the refusals end. Slack gives an event up after its
 * third repeat, about six minutes later. The timer serves a desk on which people write nothing after the refusals.
 */
export const createRefusedEvents = ({ now, pause, readBack }: RefusedEventsDeps): RefusedEvents => {
  let period: { readonly since: Instant; readonly last: Instant } | null = null;
  let isWaiting = false;

  const settle = (): void => {
    if (period === null || now() - period.last < calmMs) return;
    const { since, last } = period;
    period = null;
    if (last - since >= slackRepeatsMs) readBack(since);
  };
  const waitForCalm = async (): Promise<void> => {
    isWaiting = true;
    while (period !== null && !pause.ended()) {
      await pause(calmMs);
      if (!pause.ended()) settle();
    }
    isWaiting = false;
  };

  return {
    refused: (body) => {
      const at = happenedAt(body, now());
      period = { since: Math.min(period?.since ?? at, at), last: now() };
      if (!isWaiting) void waitForCalm();
    },
    received: settle,
  };
};
