import type { Instant } from "../sla/instant.ts";

/** When to try again after so many tries: 1 s, 2 s, 4 s, … at most a minute. */
export const backoff = (now: Instant, tries: number): Instant => now + Math.min(60_000, 1000 * 2 ** Math.min(tries, 6));

/** When the first of so many tries was made, where the next was to come at `notBefore`: what was waited in between. */
export const triedSince = (notBefore: Instant, tries: number, now: Instant): Instant =>
  tries === 0 ? now : notBefore - 1000 * (2 ** Math.min(tries, 6) - 1);

/** How long (ms) something that may pass keeps a message in chat from going another way, where there is one. */
export const patienceMs = 30_000;

/** How long to leave alone what only the operator can mend: a revoked token, a platform that is not switched on. */
export const operatorPause = (now: Instant): Instant => now + 30_000;

/** After fewer read-backs without an answer than this, an outcome is looked for once more, however old it is. */
export const doubtLimit = 6;

/** How long (ms) it is looked for beyond that: an outage of the platform must not cost a customer an answer. */
export const doubtMs = { words: 30 * 60_000, others: 60_000 } as const;
