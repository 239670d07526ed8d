import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { PGlite } from "@electric-sql/pglite";
import { OperatorError } from "../../chat/error-kind.ts";
import { findOut, type BeforeMigration } from "./found-database.ts";
import type { Database } from "./handle.ts";
import { pgliteDriver, postgresDriver, sql } from "../schema/orm.ts";

/** The folder in which drizzle-kit writes the migrations. */
export const migrationsFolder = join(import.meta.dirname, "../../../drizzle");

/** The number of the advisory lock; every Plazo process uses the same one. */
const ADVISORY_LOCK = 4_203_041;
/** How long (ms) to wait for another process that migrates. */
const LOCK_MS = 60_000;

interface Migration {
  readonly folder?: string;
  readonly before?: BeforeMigration;
}

/** Migrates an embedded database. The directory lock already keeps other processes out. */
export const migratePglite = async (
  client: PGlite,
  { folder = migrationsFolder, before }: Migration = {},
): Promise<void> => {
  const { drizzle, migrate } = pgliteDriver();
  const db = drizzle(client);
  before?.(await findOut(db));
  await migrate(db, { migrationsFolder: folder });
  await refuseNewer(db, folder);
};

/**
 * Migrates a Postgres database on a connection of its own, under an advisory lock. If several processes start at once,
 * one migrates and the others wait. All migrations are one transaction, so none is half applied.
 */
export const migratePostgres = async (
  url: string,
  { folder = migrationsFolder, before }: Migration = {},
): Promise<void> => {
  const { drizzle, migrate } = postgresDriver();
  const client = postgres(url, {
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "plazo migrations", lock_timeout: LOCK_MS },
  });
  try {
    await client`select pg_advisory_lock(${ADVISORY_LOCK})`;
    const db = drizzle(client);
    before?.(await findOut(db));
    await migrate(db, { migrationsFolder: folder });
    await refuseNewer(db, folder);
  } finally {
    await client.end({ timeout: 5 });
  }
};

/** Refuses a database that a newer Plazo has migrated, because this version must not write to it. */
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
