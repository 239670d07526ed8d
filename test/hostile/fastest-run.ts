/** How long (ms of computing, on a machine of the usual speed) a reader may take for a text of 40,000 characters. */
export const allowedMs = 50;

/** How long (ms) this thread has computed so far, without the time that a busy machine let it wait. */
export const computed = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** How long (ms) `knownWork` takes on a quiet machine of the usual speed. */
const usualMs = 5;
const knownText = "The player shows nothing, <@U0ANA>. ".repeat(4_000);

/** The kind of work that readers do: it looks at characters, cuts words, counts them, and joins them again. */
const knownWork = (): number => {
  const counts = new Map<string, number>();
  for (const word of knownText.split(/[\s,.]+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let sum = 0;
  for (let at = 0; at < knownText.length; at += 1) sum = (sum * 31 + knownText.charCodeAt(at)) % 65_521;
  return sum + counts.size + knownText.replaceAll("nothing", "a picture").normalize("NFKC").length;
};

/**
 * How many times slower this machine is now than one of the usual speed; at least 1. Virtual machines are often half as fast
 * as an hour before, also by their own count of computing time.
 */
const slowness = (): number => {
  let best = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const started = computed();
    knownWork();
    best = Math.min(best, computed() - started);
  }
  return Math.max(1, best / usualMs);
};

/** The time (ms) that was measured here, as a machine of the usual speed would need it. Within the limit nothing is changed. */
export const atUsualSpeed = (ms: number, allowed: number): number => (ms < allowed ? ms : ms / slowness());

/** Whether another run may show less: a first run warms the code up, and any single run may fall into a collection of garbage. */
const mayBeFaster = (best: number, runs: number, allowed: number): boolean =>
  best >= allowed / 2 && best <= allowed * 20 && runs < (best < allowed ? 3 : 10);

/**
 * How long (ms) a piece of work computes at best, as measured here: to be compared with other work of the same moment. A reader
 * of quadratic cost is slow in all of ten runs. Work that takes very long is not repeated.
 */
export const measuredRun = (work: () => unknown, allowed: number): number => {
  let best = Infinity;
  for (let runs = 0; runs === 0 || mayBeFaster(best, runs, allowed); runs += 1) {
    const started = computed();
    work();
    best = Math.min(best, computed() - started);
  }
  return best;
};

/** The same for asynchronous work. The time includes whatever else this thread computes until the work ends. */
export const measuredRunAwaited = async (work: () => Promise<unknown>, allowed: number): Promise<number> => {
  let best = Infinity;
  for (let runs = 0; runs === 0 || mayBeFaster(best, runs, allowed); runs += 1) {
    const started = computed();
    await work();
    best = Math.min(best, computed() - started);
  }
  return best;
};

/** How long (ms) a piece of work computes at best, as a machine of the usual speed would need it: for a limit in milliseconds. */
export const fastestRun = (work: () => unknown, allowed: number = allowedMs): number =>
  atUsualSpeed(measuredRun(work, allowed), allowed);

/** The same for asynchronous work. */
export const fastestRunAwaited = async (work: () => Promise<unknown>, allowed: number): Promise<number> =>
  atUsualSpeed(await measuredRunAwaited(work, allowed), allowed);
