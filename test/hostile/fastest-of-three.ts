/** How long (ms) a text of 40,000 characters may keep a reader busy. */
export const allowedMs = 50;

/**
 * How long (ms) a piece of work takes at best. The first run warms the code up; a busy machine slows single runs, and a
 * reader of quadratic cost is slow in all of them. Work that takes very long is not repeated.
 */
export const fastestOfThree = (work: () => unknown): number => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
    if (best < allowedMs / 2 || best > allowedMs * 20) break;
  }
  return best;
};
