/** How long (ms of computing) a reader may take for a text of 40,000 characters. */
export const allowedMs = 50;

/** How long (ms) this thread has computed so far, without the time that a busy machine let it wait. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/**
 * How long (ms) a piece of work computes at best. The first run warms the code up, and a collection of garbage may fall into
 * any single run; a reader of quadratic cost is slow in all of them. Work that takes very long is not repeated.
 */
export const fastestOfThree = (work: () => unknown, allowed: number = allowedMs): number => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = computed();
    work();
    best = Math.min(best, computed() - started);
    if (best < allowed / 2 || best > allowed * 20) break;
  }
  return best;
};

/** The same for asynchronous work: everything that this thread computes meanwhile counts. */
export const fastestOfThreeAwaited = async (work: () => Promise<unknown>, allowed: number): Promise<number> => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = computed();
    await work();
    best = Math.min(best, computed() - started);
    if (best < allowed / 2 || best > allowed * 20) break;
  }
  return best;
};
