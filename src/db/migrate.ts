import { join } from "node:path";
import postgres from "postgres";
import type { PGlite } from "@electric-sql/pglite";
import { pgliteDriver, postgresDriver } from "./orm.ts";

/** Where drizzle-kit writes the migrations, as SQL. */
export const migrationsFolder = join(import.meta.dirname, "../../drizzle");

/** Any number will do, as long as every Plazo asks for the same one. */
const ADVISORY_LOCK = 4_203_041;
/** How long to wait (ms) for another process that is migrating. */
const LOCK_MS = 60_000;

/** Brings an embedded database up to date. Its directory lock already keeps every other process out. */
export const migratePglite = (client: PGlite, folder = migrationsFolder): Promise<void> => {
  const { drizzle, migrate } = pgliteDriver();
  return migrate(drizzle(client), { migrationsFolder: folder });
};

/**
 * Brings a Postgres database up to date, on one connection of its own under an advisory lock: of several processes that
 * start at once, one migrates and the others wait for it. All migrations are one transaction, so none is ever half applied.
 */
export const migratePostgres = async (url: string, folder = migrationsFolder): Promise<void> => {
  const { drizzle, migrate } = postgresDriver();
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {}, connection: { application_name: "plazo migrations", lock_timeout: LOCK_MS } });
  try {
    await client`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end({ timeout: 5 });
  }
};
