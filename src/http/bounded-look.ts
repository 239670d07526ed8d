/** How long (ms) an answer may wait for a look: those who probe a desk give up after a second. */
const patienceMs = 500;
/** How long (ms) what was seen is told again. */
const freshMs = 250;
/** After so long (ms) a look that does not end is given up, and another is begun. */
const abandonedMs = 20_000;

/**
 * A look that always ends soon: shared by all who ask meanwhile, and told again for a moment, so that many who ask make no
 * more work. `unanswered` is given where the look takes too long.
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
