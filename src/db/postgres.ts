import type { SQL } from "drizzle-orm";
import postgres from "postgres";
import type { Database, Handle } from "./handle.ts";
import { postgresDriver } from "./orm.ts";
import { guardTransactions } from "./transaction-guard.ts";

/** How long one statement may take (ms) before Postgres ends it: no loop of ours waits longer than a lease lives. */
const STATEMENT_MS = 15_000;
/** How long a transaction may sit idle (ms): longer means its process hangs, and others wait for its row locks. */
const IDLE_IN_TRANSACTION_MS = 20_000;
const CONNECTIONS = 10;

/** Opens a pool to a Postgres server, without migrations. Connects at the first query. */
export const openPostgres = (url: string): Handle => {
  const client = postgres(url, {
    max: CONNECTIONS,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: "plazo",
      TimeZone: "UTC",
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  const db = postgresDriver().drizzle(guardTransactions(client, { queries: ["unsafe"], begins: "begin" }));
  return {
    kind: "postgres",
    db,
    rows: async <Row extends object>(query: SQL, on: Database = db) => (await on.execute(query)) as readonly Row[],
    close: () => client.end({ timeout: 2 }),
  };
};
