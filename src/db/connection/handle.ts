import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Instant } from "../../sla/instant.ts";
import { sql } from "../schema/orm.ts";

/** Where statements run: the database, or a transaction of it. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open transaction. Functions that must run inside one require this type. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** An open database: the embedded PGlite or a Postgres server. */
export interface DatabaseHandle {
  readonly kind: "pglite" | "postgres";
  readonly db: Database;
  /**
   * The same database for storing inbound events. Postgres reserves connections for it; PGlite runs its statements
   * first.
   */
  readonly inbound: Database;
  /**
   * The same database for web pages, so that slow pages delay neither the loops nor the platforms. Postgres has a few
   * connections for it, whose statements end after some seconds; on PGlite its statements take turns with the ordinary
   * ones.
   */
  readonly pages: Database;
  /**
   * Returns the rows of a hand-written query. A `bigint` is a number on PGlite and a string on Postgres, and a
   * `timestamptz` is text on both (see `toInstant`). Cast in SQL where that matters.
   */
  rows<Row extends object>(query: SQL, on?: Database): Promise<readonly Row[]>;
  /** Closes all connections and frees the directory. A second call does nothing. */
  close(): Promise<void>;
}

/** Returns the time of the database's clock. */
export const serverTime = async ({ rows }: Pick<DatabaseHandle, "rows">): Promise<Instant> => {
  const [row] = await rows<{ now: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now`,
  );
  return Number(row?.now);
};

/** The same database, whose ordinary statements run where those of web pages do. */
export const forPages = (handle: DatabaseHandle): DatabaseHandle => ({
  ...handle,
  db: handle.pages,
  rows: (query, on = handle.pages) => handle.rows(query, on),
});
