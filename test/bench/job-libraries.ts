import { Logger, run, runMigrations } from "graphile-worker";
import { PgBoss } from "pg-boss";
import type { Database } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";

/** How long (ms) a library takes for empty jobs that are all due already. */
export type JobLibrary = (url: string, database: Database, count: number) => Promise<number>;

const allDone = (count: number): { readonly done: () => void; readonly all: Promise<number> } => {
  let left = count;
  let finish: (at: number) => void = () => {};
  const all = new Promise<number>((resolve) => (finish = resolve));
  return { done: () => void ((left -= 1) === 0 && finish(performance.now())), all };
};

const logger = new Logger(() => () => {});

/** graphile-worker, ten jobs at a time. */
export const graphileWorker: JobLibrary = async (url, database, count) => {
  const { done, all } = allDone(count);
  const settings = {
    connectionString: url,
    concurrency: 10,
    noHandleSignals: true,
    pollInterval: 100,
    logger,
  } as const;
  await runMigrations(settings);
  await database.execute(sql`select graphile_worker.add_job('nothing') from generate_series(1, ${count}::int)`);
  const begin = performance.now();
  const runner = await run({ ...settings, taskList: { nothing: async () => done() } });
  const took = (await all) - begin;
  await runner.stop();
  return took;
};

/** pg-boss, all of them in one batch. */
export const pgBoss: JobLibrary = async (url, _, count) => {
  const { done, all } = allDone(count);
  const boss = new PgBoss(url);
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("nothing");
  await boss.insert(
    "nothing",
    Array.from({ length: count }, () => ({ data: {} })),
  );
  const begin = performance.now();
  await boss.work("nothing", { batchSize: count, pollingIntervalSeconds: 0.5 }, async (jobs) => jobs.forEach(done));
  const took = (await all) - begin;
  await boss.stop({ graceful: true, timeout: 2_000 });
  return took;
};
