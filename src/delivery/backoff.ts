import type { Instant } from "../sla/instant.ts";

/** Returns when to try again after `tries` tries: after 1, 2, 4 … seconds, at most a minute. */
export const backoff = (now: Instant, tries: number): Instant => now + Math.min(60_000, 1000 * 2 ** Math.min(tries, 6));

/** Returns when the first try was made, if the next one is due at `notBefore`: subtracts the pauses in between. */
export const triedSince = (notBefore: Instant, tries: number, now: Instant): Instant =>
  tries === 0 ? now : notBefore - 1000 * (2 ** Math.min(tries, 6) - 1);

/** How long (ms) a temporary failure delays a chat message before the next recipient gets it, if there is one. */
export const patienceMs = 30_000;

/** Returns when to try again after a failure that only the operator can fix, such as a revoked token. */
export const operatorPause = (now: Instant): Instant => now + 30_000;

/** The fewest times that a doubtful outcome is looked for, however old it is. */
export const doubtLimit = 6;

/**
 * How long (ms) it is looked for beyond that. It is long for customers, so that an outage does not cost them an answer.
 */
export const doubtMs = { customer: 30 * 60_000, staff: 60_000 } as const;
