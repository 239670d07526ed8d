import { createRequire } from "node:module";
import { QueryFailed } from "../connection/query-failed.ts";
import { createRepetition } from "../connection/repeated.ts";
import type { Instant } from "../../sla/instant.ts";

/**
 * Loads drizzle-orm, and is the only file that does so at run time. It uses `require`: as an ES module, drizzle's 447
 * exports are parsed for every file, which costs each start half a second and 200 MB. Other files import only its
 * types.
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
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  not,
  notInArray,
  or,
  sql,
} = require("drizzle-orm") as typeof import("drizzle-orm");

export const {
  alias,
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

/** Drizzle over PGlite, loaded when first used. */
export const pgliteDriver = (): typeof import("drizzle-orm/pglite") & typeof import("drizzle-orm/pglite/migrator") => ({
  ...(require("drizzle-orm/pglite") as typeof import("drizzle-orm/pglite")),
  ...(require("drizzle-orm/pglite/migrator") as typeof import("drizzle-orm/pglite/migrator")),
});

/** Drizzle over postgres.js, loaded when first used. It names the statements that this process repeats. */
export const postgresDriver = (): typeof import("drizzle-orm/postgres-js") &
  typeof import("drizzle-orm/postgres-js/migrator") => {
  const driver = require("drizzle-orm/postgres-js") as typeof import("drizzle-orm/postgres-js");
  const migrator = require("drizzle-orm/postgres-js/migrator") as typeof import("drizzle-orm/postgres-js/migrator");
  nameRepeated(driver.PostgresJsSession.prototype);
  return { ...driver, ...migrator };
};

/** The part of a drizzle session that makes its statements. A statement with a name is prepared. */
interface Preparing {
  prepareQuery(
    this: { readonly dialect: object },
    query: { readonly sql: string },
    fields: unknown,
    name?: string,
    ...rest: unknown[]
  ): unknown;
}

/** What each pool repeats: drizzle makes one dialect for each. */
const repetitions = new WeakMap<object, ReturnType<typeof createRepetition>>();

const isRepeated = (dialect: object, statement: string): boolean => {
  const known = repetitions.get(dialect) ?? createRepetition();
  repetitions.set(dialect, known);
  return known(statement);
};

const naming = new WeakSet<Preparing>();

const nameRepeated = (session: Preparing): void => {
  if (naming.has(session)) return;
  naming.add(session);
  const { prepareQuery } = session;
  session.prepareQuery = function (query, fields, name, ...rest) {
    const own = name ?? (isRepeated(this.dialect, query.sql) ? "repeated" : undefined);
    return prepareQuery.call(this, query, fields, own, ...rest);
  };
};

const { PgPreparedQuery } = require("drizzle-orm/pg-core") as typeof import("drizzle-orm/pg-core");

/** The part of drizzle's prepared statement that its types do not show. */
interface Prepared {
  queryWithCache(this: unknown, query: string, params: unknown[], run: () => Promise<unknown>): Promise<unknown>;
}

/**
 * Replaces drizzle's error by `QueryFailed` for every statement on both drivers. Drizzle's own error holds the
 * statement's values in its message, stack and fields.
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

/** Converts a raw timestamp of the drivers, e.g. `2026-01-09 16:30:00.123+00`, to ISO 8601. */
const asIso = (printed: string): string => printed.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");

/** Converts a raw `timestamptz` of a hand-written query. */
export const toInstant = (value: string | Date): Instant =>
  value instanceof Date ? value.getTime() : Date.parse(asIso(value));

/** Converts an instant for a hand-written query: ISO 8601 in UTC. Throws RangeError if it is no valid date. */
export const fromInstant = (value: Instant): string => new Date(value).toISOString();

/** A column that stores bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A column that stores an instant (milliseconds since 1970, UTC) exactly, on both drivers. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: fromInstant,
  fromDriver: toInstant,
});
