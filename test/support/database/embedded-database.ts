import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { migratePglite, migrationsFolder } from "../../../src/db/connection/migrate.ts";
import { openPglite } from "../../../src/db/connection/pglite.ts";
import { prepareEmptying } from "./empty-tables.ts";

type Embedded = DatabaseHandle & { readonly client: PGlite };

let opened: Promise<{ readonly database: Embedded; readonly empty: () => Promise<unknown> }> | undefined;

/**
 * A migrated, empty PGlite in memory. A test worker has one, which each call empties, so at most one is in use at a
 * time. A run stores the migrated state on disk for the next: loading it is faster than applying the migrations.
 */
export const freshEmbedded = async (): Promise<DatabaseHandle> => {
  if (opened === undefined || (await opened).database.client.closed) opened = openOwn();
  const { database, empty } = await opened;
  await empty();
  return database;
};

const openOwn = async (): NonNullable<typeof opened> => {
  const database = await openMigrated();
  return { database, empty: await prepareEmptying((text) => database.client.exec(text)) };
};

const cacheFolder = join(import.meta.dirname, "../../../node_modules/.cache/plazo");

/**
 * A PGlite in memory without tables, for one test. Loading its stored files takes half a second of computing, where
 * making them takes four.
 */
export const openBare = (): Promise<Embedded> => openStored("bare", async () => openPglite());

/** A migrated, empty PGlite in memory, for one test. */
export const openMigrated = (): Promise<Embedded> =>
  openStored("migrated", async () => {
    const database = await openBare();
    await migratePglite(database.client);
    return database;
  });

/** A PGlite in the state that an earlier run stored on disk; the first run makes that state. */
const openStored = async (state: string, make: () => Promise<Embedded>): Promise<Embedded> => {
  const dump = join(cacheFolder, `${state}-${fingerprint()}.tar`);
  if (existsSync(dump)) return openPglite({ loadDataDir: new Blob([readFileSync(dump)]) });
  const database = await make();
  const bytes = Buffer.from(await (await database.client.dumpDataDir("none")).arrayBuffer());
  mkdirSync(cacheFolder, { recursive: true });
  // Several test files may write at once: each writes its own file, and the rename is atomic.
  const draft = `${dump}.${randomUUID()}`;
  writeFileSync(draft, bytes);
  renameSync(draft, dump);
  for (const old of readdirSync(cacheFolder))
    if (old.startsWith(`${state}-`) && old.endsWith(".tar") && join(cacheFolder, old) !== dump)
      rmSync(join(cacheFolder, old), { force: true });
  return database;
};

/** Changes whenever a migration or PGlite itself does. */
const fingerprint = (): string => {
  const hash = createHash("sha256").update(readFileSync(join(import.meta.dirname, "../../../package-lock.json")));
  for (const file of readdirSync(migrationsFolder).filter((each) => each.endsWith(".sql")))
    hash.update(readFileSync(join(migrationsFolder, file)));
  return hash.digest("hex").slice(0, 16);
};
