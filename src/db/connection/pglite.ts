import type { SQL } from "drizzle-orm";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import type { Database, DatabaseHandle } from "./handle.ts";
import { pgliteDriver } from "../schema/orm.ts";
import { createStatementQueue } from "./statement-queue.ts";
import { guardTransactions } from "./transaction-guard.ts";

/**
 * PGlite keeps 128 MB for its page cache otherwise; the operating system keeps the files' pages as well. `analyze` reads
 * 30,000 rows of a table otherwise, and with a tenth of them it holds up the process for a tenth of the time.
 */
const modest = ["-c", "shared_buffers=32MB", "-c", "default_statistics_target=10"];

/** Opens PGlite as it is, without migrations and without a lock: in memory where no `dataDir` is given. */
export const openPglite = async (
  options: PGliteOptions = {},
): Promise<DatabaseHandle & { readonly client: PGlite }> => {
  const client = await PGlite.create({ ...options, startParams: [...PGlite.defaultStartParams, ...modest] });
  const { ordinary, urgent } = createStatementQueue(client);
  const through = (queue: PGlite): Database =>
    pgliteDriver().drizzle(guardTransactions(queue, { queries: ["query", "exec"], begins: "transaction" }));
  const db = through(ordinary);
  return {
    kind: "pglite",
    client,
    db,
    inbound: through(urgent),
    rows: async <Row extends object>(query: SQL, on: Database = db) => {
      const result = (await on.execute(query)) as { readonly rows: readonly Row[] };
      return result.rows;
    },
    close: async () => {
      if (!client.closed) await client.close();
    },
  };
};
