import { createRequire } from "node:module";
import { QueryFailed } from "../connection/query-failed.ts";

/**
 * The only file that loads drizzle-orm at run time, and it does so by `require`: as ES modules its 447 export entries
 * are parsed again for every file, which costs every start and every test half a second and 200 MB. Types come from
 * drizzle-orm directly, by `import type`.
 */
const require = createRequire(import.meta.url);

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  notInArray,
  or,
  sql,
} = require("drizzle-orm") as typeof import("drizzle-orm");

export const {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} = require("drizzle-orm/pg-core") as typeof import("drizzle-orm/pg-core");

/** Drizzle over PGlite, loaded when asked for. */
export const pgliteDriver = (): typeof import("drizzle-orm/pglite") & typeof import("drizzle-orm/pglite/migrator") => ({
  ...(require("drizzle-orm/pglite") as typeof import("drizzle-orm/pglite")),
  ...(require("drizzle-orm/pglite/migrator") as typeof import("drizzle-orm/pglite/migrator")),
});

/** Drizzle over postgres.js, loaded when asked for. */
export const postgresDriver = (): typeof import("drizzle-orm/postgres-js") &
  typeof import("drizzle-orm/postgres-js/migrator") => ({
  ...(require("drizzle-orm/postgres-js") as typeof import("drizzle-orm/postgres-js")),
  ...(require("drizzle-orm/postgres-js/migrator") as typeof import("drizzle-orm/postgres-js/migrator")),
});

const { PgPreparedQuery } = require("drizzle-orm/pg-core") as typeof import("drizzle-orm/pg-core");

/** Of drizzle's prepared statement, what its types do not show. */
interface Prepared {
  queryWithCache(this: unknown, query: string, params: unknown[], run: () => Promise<unknown>): Promise<unknown>;
}

/**
 * Every statement of drizzle's goes through here, on both drivers. Its own error holds the statement's values in its message, its
 * stack and its fields, so ours takes its place where it is made.
 */
const prepared = PgPreparedQuery.prototype as unknown as Prepared;
const { queryWithCache } = prepared;
prepared.queryWithCache = async function (query, params, run) {
  try {
    return await queryWithCache.call(this, query, params, run);
  } catch (error) {
    throw new QueryFailed(query, error instanceof Error ? (error.cause ?? error) : error);
  }
};
