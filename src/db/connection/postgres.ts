import postgres from "postgres";
import type { SQL } from "drizzle-orm";
import type { Database, DatabaseHandle } from "./handle.ts";
import { postgresDriver } from "../schema/orm.ts";
import { guardTransactions } from "./transaction-guard.ts";
import { renewedPool } from "./closed-connection.ts";
import { watchedSockets } from "./watched-socket.ts";

/**
 * How long (ms) a statement may take before Postgres ends it. It equals the length of a lease, so no loop waits longer.
 */
const STATEMENT_MS = 15_000;
/** The same for a statement of a web page. A person does not wait longer, and the next page needs the connection. */
const PAGE_STATEMENT_MS = 4_000;
/**
 * How long (ms) a transaction may be idle. A longer one means a hung process that blocks the others with its row locks.
 */
const IDLE_IN_TRANSACTION_MS = 20_000;
/**
 * The cost of a random page read; a sequential one costs 1. Postgres assumes a hard disk and would read thousands of
 * neighbouring rows instead of using an index. With SSDs and memory there is little difference.
 */
const RANDOM_PAGE_COST = 1.1;
/**
 * Postgres plans each run of a named statement with its values. A plan for any values could use no index with a
 * condition, such as that of pending messages.
 */
const PLAN_CACHE_MODE = "force_custom_plan";
/**
 * A connection that receives nothing for so long (ms) is closed. It has a statement under way that Postgres would have
 * ended by now: an idle connection is closed earlier. Its transaction is rolled back, and the loops try again.
 */
const SILENCE_MS = 20_000;
/** The same (ms) for a connection of web pages. */
const PAGE_SILENCE_MS = 6_000;
/** How long (s) to wait for a new connection. */
const CONNECT_S = 10;
const PAGE_CONNECT_S = 3;
/** The driver closes a connection that is idle for this part of the silence. */
const IDLE_SHARE = 0.75;
/** How many connections a process opens at most. */
interface Connections {
  /** For background work and queries. */
  readonly ordinary: number;
  /** Reserved for storing inbound events. Events that arrive during a statement are stored together. */
  readonly inbound: number;
  /** For web pages. */
  readonly pages: number;
}

/** Opens a pool to a Postgres server, without migrations. It connects at the first query. */
export const openPostgres = (
  url: string,
  connections: Connections = { ordinary: 10, inbound: 2, pages: 3 },
  silenceMs: number = SILENCE_MS,
): DatabaseHandle => {
  const usual = { silenceMs, statementMs: STATEMENT_MS, connectSeconds: CONNECT_S };
  const client = pool(url, { name: "plazo", max: connections.ordinary, ...usual });
  const inbound = pool(url, { name: "plazo inbound", max: connections.inbound, ...usual });
  const pages = pool(url, {
    name: "plazo pages",
    max: connections.pages,
    silenceMs: Math.min(silenceMs, PAGE_SILENCE_MS),
    statementMs: PAGE_STATEMENT_MS,
    connectSeconds: PAGE_CONNECT_S,
  });
  const through = (on: postgres.Sql): Database =>
    postgresDriver().drizzle(guardTransactions(on, { queries: ["unsafe"], begins: "begin" }));
  const db = through(client);
  return {
    kind: "postgres",
    db,
    inbound: through(inbound),
    pages: through(pages),
    rows: async <Row extends object>(query: SQL, on: Database = db) => (await on.execute(query)) as readonly Row[],
    close: async () => {
      await Promise.all([client, inbound, pages].map((each) => each.end({ timeout: 1 })));
    },
  };
};

interface PoolOptions {
  readonly name: string;
  readonly max: number;
  readonly silenceMs: number;
  readonly statementMs: number;
  readonly connectSeconds: number;
}

/** The driver's option that its types do not show: it makes the socket of a connection. */
interface WithSockets extends postgres.Options<Record<string, never>> {
  readonly socket: ReturnType<typeof watchedSockets>;
}

const pool = (url: string, { name, max, silenceMs, statementMs, connectSeconds }: PoolOptions): postgres.Sql => {
  const options: WithSockets = {
    max,
    connect_timeout: connectSeconds,
    idle_timeout: (silenceMs / 1_000) * IDLE_SHARE,
    socket: watchedSockets(silenceMs),
    // The driver would ask for the types of arrays first, and a failure of that statement would end the process.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: "UTC",
      random_page_cost: RANDOM_PAGE_COST,
      plan_cache_mode: PLAN_CACHE_MODE,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  };
  return renewedPool(() => postgres(url, options));
};
