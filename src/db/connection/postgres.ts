import type { SQL } from "drizzle-orm";
import postgres from "postgres";
import type { Database, DatabaseHandle } from "./handle.ts";
import { postgresDriver } from "../schema/orm.ts";
import { guardTransactions } from "./transaction-guard.ts";

/** How long one statement may take (ms) before Postgres ends it: no loop of ours waits longer than a lease lives. */
const STATEMENT_MS = 15_000;
/** How long a transaction may sit idle (ms): longer means its process hangs, and others wait for its row locks. */
const IDLE_IN_TRANSACTION_MS = 20_000;
/**
 * What it costs to read a page out of order, beside 1 for the next one. Postgres assumes a disk that turns, and rather reads
 * thousands of neighbours than a page here and there; disks today, and memory, make little difference.
 */
const RANDOM_PAGE_COST = 1.1;
/** For background work and questions. */
const CONNECTIONS = 10;
/** For storing inbound events, which must not wait for the others. Events that arrive meanwhile are stored together. */
const INBOUND_CONNECTIONS = 2;

/** Opens a pool to a Postgres server, without migrations. Connects at the first query. */
export const openPostgres = (url: string): DatabaseHandle => {
  const client = pool(url, "plazo", CONNECTIONS);
  const inbound = pool(url, "plazo inbound", INBOUND_CONNECTIONS);
  const through = (on: postgres.Sql): Database =>
    postgresDriver().drizzle(guardTransactions(on, { queries: ["unsafe"], begins: "begin" }));
  const db = through(client);
  return {
    kind: "postgres",
    db,
    inbound: through(inbound),
    rows: async <Row extends object>(query: SQL, on: Database = db) => (await on.execute(query)) as readonly Row[],
    close: async () => {
      await Promise.all([client.end({ timeout: 2 }), inbound.end({ timeout: 2 })]);
    },
  };
};

const pool = (url: string, name: string, max: number): postgres.Sql =>
  postgres(url, {
    max,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: "UTC",
      random_page_cost: RANDOM_PAGE_COST,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
