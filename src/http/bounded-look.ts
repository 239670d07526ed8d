/** How long (ms) an answer waits for the look. Health probes usually give up after a second. */
const patienceMs = 500;
/** How long (ms) a result is reused. */
const freshMs = 250;
/** After so long (ms) an unfinished look is abandoned, and another one starts. */
const abandonedMs = 20_000;

/**
 * Wraps a look so that it always answers soon. Concurrent callers share one look and reuse its result for a moment, so
 * that many probes cause no more work. `unanswered` is returned if the look takes too long.
 */
export const boundedLook = <T>(
  look: () => Promise<T>,
  unanswered: () => T,
  patience = patienceMs,
): (() => Promise<T>) => {
  let underway: { readonly since: number; readonly seen: Promise<T> } | null = null;
  let last: { readonly at: number; readonly seen: T } | null = null;

  const begin = (): Promise<T> => {
    const since = performance.now();
    const seen = look();
    const mine = { since, seen };
    underway = mine;
    const done = (): void => {
      if (underway === mine) underway = null;
    };
    seen.then(
      (value) => {
        last = { at: performance.now(), seen: value };
        done();
      },
      () => done(),
    );
    return seen;
  };

  return async () => {
    const now = performance.now();
    if (last !== null && now - last.at < freshMs) return last.seen;
    const seen = underway !== null && now - underway.since < abandonedMs ? underway.seen : begin();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(unanswered()), patience)));
    try {
      return await Promise.race([seen, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
