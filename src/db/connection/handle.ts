import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** Where statements run: the database itself, or a transaction (which is a database too). */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open transaction; functions that must not run outside one ask for it by this type. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** An open database, the same for the embedded PGlite and for a Postgres server. */
export interface DatabaseHandle {
  readonly kind: "pglite" | "postgres";
  readonly db: Database;
  /** The same database for storing inbound events: Postgres keeps connections for it, PGlite runs its statements first. */
  readonly inbound: Database;
  /**
   * The rows of a hand-written query. Mind the drivers: a `bigint` is a number on PGlite and a string on Postgres, and
   * a `timestamptz` is text on both (see `toInstant`), so cast in SQL where it matters.
   */
  rows<Row extends object>(query: SQL, on?: Database): Promise<readonly Row[]>;
  /** Ends every connection and gives the directory back. May be called twice. */
  close(): Promise<void>;
}
