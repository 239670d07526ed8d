import type { Instant } from "../../../src/sla/instant.ts";

/** Counts the calls that Discord refused, and returns until when to stop calling if there were too many. */
export interface InvalidRequestCounter {
  count(status: number, scope: string | null): void;
  stillUntil(): Instant | null;
}

const window = 10 * 60_000;
/** Discord bans an IP address after 10,000 refused calls in ten minutes, and other programs may share the address. */
const enough = 2_500;

const counted: ReadonlySet<number> = new Set([401, 403, 429]);

/** Counts the refused calls of the last minutes. Limits that all bots share do not count. */
export const createInvalidRequestCounter = (now: () => Instant, most = enough): InvalidRequestCounter => {
  let since = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return {
    count: (status, scope) => {
      if (!counted.has(status) || scope === "shared") return;
      if (now() - since >= window) {
        since = now();
        refused = 0;
      }
      refused += 1;
    },
    stillUntil: () => (refused >= most && now() - since < window ? since + window : null),
  };
};
