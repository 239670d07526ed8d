import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { PGlite } from "@electric-sql/pglite";
import { OperatorError } from "../../chat/error-kind.ts";
import type { Database } from "./handle.ts";
import { pgliteDriver, postgresDriver, sql } from "../schema/orm.ts";

/** Where drizzle-kit writes the migrations, as SQL. */
export const migrationsFolder = join(import.meta.dirname, "../../../drizzle");

/** Any number will do, as long as every Plazo asks for the same one. */
const ADVISORY_LOCK = 4_203_041;
/** How long to wait (ms) for another process that is migrating. */
const LOCK_MS = 60_000;

/** Brings an embedded database up to date. Its directory lock already keeps every other process out. */
export const migratePglite = async (client: PGlite, folder = migrationsFolder): Promise<void> => {
  const { drizzle, migrate } = pgliteDriver();
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: folder });
  await refuseNewer(db, folder);
};

/**
 * Brings a Postgres database up to date, on one connection of its own under an advisory lock: of several processes that
 * start at once, one migrates and the others wait for it. All migrations are one transaction, so none is ever half applied.
 */
export const migratePostgres = async (url: string, folder = migrationsFolder): Promise<void> => {
  const { drizzle, migrate } = postgresDriver();
  const client = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "plazo migrations", lock_timeout: LOCK_MS },
  });
  try {
    await client`select pg_advisory_lock(${ADVISORY_LOCK})`;
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: folder });
    await refuseNewer(db, folder);
  } finally {
    await client.end({ timeout: 5 });
  }
};

/** A database that a newer Plazo has changed is not for this one to write to. */
const refuseNewer = async (db: Pick<Database, "select">, folder: string): Promise<void> => {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const newest = journal.entries.at(-1)?.when ?? 0;
  const unknown = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`drizzle.__drizzle_migrations`)
    .where(sql`created_at > ${newest}`);
  if ((unknown[0]?.count ?? 0) > 0)
    throw new OperatorError(
      "The database was changed by a newer version of Plazo: start that version, or a newer one.",
    );
};
