interface Running {
  readonly adapters: readonly { stop(): Promise<void> }[];
  readonly loops: readonly { stop(): Promise<void> }[];
  readonly listener: { close(withinMs: number): Promise<void> };
  readonly closeDatabase: () => Promise<void>;
}

/**
 * How long (ms) to wait for platform calls under way, and for statements that a database delays. What is unfinished then
 * continues at the next start. Operators' tools kill a process after ten seconds.
 */
const finishMs = 3_500;
/**
 * How long (ms) to wait for the database to close. The embedded one closes only behind a transaction under way, which may
 * last. The process ends right after, and the next start rolls the transaction back.
 */
const closeMs = 1_000;

/** Waits for some work, but no longer than this. */
const atMost = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
};

/** Stops everything that runs in under five seconds, in order: what comes in, the loops, the database. */
export const stop = async ({ adapters, loops, listener, closeDatabase }: Running): Promise<void> => {
  const finish = async (): Promise<void> => {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await Promise.allSettled([...loops.map((loop) => loop.stop()), listener.close(1_000)]);
  };
  await atMost(finishMs, finish());
  await atMost(closeMs, closeDatabase());
};
