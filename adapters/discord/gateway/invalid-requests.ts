import type { Instant } from "../../../src/sla/instant.ts";

/** Counts the calls that Discord refused, and says until when to keep still where there were too many. */
export interface InvalidRequestCounter {
  count(status: number, scope: string | null): void;
  stillUntil(): Instant | null;
}

const window = 10 * 60_000;
/** Discord bans an address for 10,000 refused calls within ten minutes; others may share ours. */
const enough = 2_500;

const counted: ReadonlySet<number> = new Set([401, 403, 429]);

/** Counts the invalid requests of the last minutes. Limits that all bots share are not our fault, so they do not count. */
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
