import type { SQL } from "drizzle-orm";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import type { Database, Handle } from "./handle.ts";
import { pgliteDriver } from "./orm.ts";
import { createStatementQueue } from "./statement-queue.ts";
import { guardTransactions } from "./transaction-guard.ts";

/** Opens PGlite as it is, without migrations and without a lock: in memory where no `dataDir` is given. */
export const openPglite = async (options: PGliteOptions = {}): Promise<Handle & { readonly client: PGlite }> => {
  const client = await PGlite.create(options);
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
