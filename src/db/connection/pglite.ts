import type { SQL } from "drizzle-orm";
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import type { Database, DatabaseHandle } from "./handle.ts";
import { pgliteDriver } from "../schema/orm.ts";
import { createStatementQueue } from "./statement-queue.ts";
import { guardTransactions } from "./transaction-guard.ts";

/**
 * PGlite would use 128 MB for its page cache, although the operating system caches the files as well. `analyze` would
 * sample 30,000 rows and block the process; a tenth of them takes a tenth of the time.
 */
const modest = ["-c", "shared_buffers=32MB", "-c", "default_statistics_target=10"];

/** The type of files and other bytes in Postgres. */
const bytea = 17;

/**
 * PGlite writes bytes by an array with a text for each of them: a file of 10 MB would block the process for several seconds, and
 * take half a gigabyte. Node's own hexadecimal digits take a tenth.
 */
const asHex = {
  serializers: {
    [bytea]: (bytes: Uint8Array) =>
      `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`,
  },
  parsers: { [bytea]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex")) },
};

/** Opens PGlite without migrations and without a lock; in memory if no `dataDir` is given. */
export const openPglite = async (
  options: PGliteOptions = {},
): Promise<DatabaseHandle & { readonly client: PGlite }> => {
  // A desk on a Postgres server never loads PGlite.
  const { PGlite: Embedded } = await import("@electric-sql/pglite");
  const client = await Embedded.create({
    ...asHex,
    ...options,
    startParams: [...Embedded.defaultStartParams, ...modest],
  });
  const { ordinary, urgent, pages } = createStatementQueue(client);
  const through = (queue: PGlite): Database =>
    pgliteDriver().drizzle(guardTransactions(queue, { queries: ["query", "exec"], begins: "transaction" }));
  const db = through(ordinary);
  return {
    kind: "pglite",
    client,
    db,
    inbound: through(urgent),
    pages: through(pages),
    rows: async <Row extends object>(query: SQL, on: Database = db) => {
      const result = (await on.execute(query)) as { readonly rows: readonly Row[] };
      return result.rows;
    },
    close: async () => {
      if (!client.closed) await client.close();
    },
  };
};
