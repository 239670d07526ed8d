import type { Instant } from "../../../src/sla/instant.ts";

/** Counts the calls that Discord refused, and returns until when to stop calling if there were too many. */
export interface InvalidRequestCounter {
  /** `isName`: the call asked for the name of a person, which any person can cause. */
  count(status: number, scope: string | null, isName?: boolean): void;
  stillUntil(): Instant | null;
  /** The same for calls that ask for names. They stop much earlier, and never stop other calls. */
  namesStillUntil(): Instant | null;
}

const window = 10 * 60_000;
/** Discord bans an IP address after 10,000 refused calls in ten minutes, and other programs may share the address. */
const enough = 2_500;
const enoughNames = 250;

const counted: ReadonlySet<number> = new Set([401, 403, 429]);

const createCount = (now: () => Instant, most: number) => {
  let since = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return {
    add: (): void => {
      if (now() - since >= window) {
        since = now();
        refused = 0;
      }
      refused += 1;
    },
    stillUntil: (): Instant | null => (refused >= most && now() - since < window ? since + window : null),
  };
};

/** Counts the refused calls of the last minutes. Limits that all bots share do not count. */
export const createInvalidRequestCounter = (
  now: () => Instant,
  most = enough,
  mostNames = enoughNames,
): InvalidRequestCounter => {
  const others = createCount(now, most);
  const names = createCount(now, mostNames);
  return {
    count: (status, scope, isName = false) => {
      if (counted.has(status) && scope !== "shared") (isName ? names : others).add();
    },
    stillUntil: others.stillUntil,
    namesStillUntil: names.stillUntil,
  };
};
