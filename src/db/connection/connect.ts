import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../chat/port.ts";
import { createEmbedded } from "./create-embedded.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { BeforeMigration } from "./found-database.ts";
import type { DatabaseHandle } from "./handle.ts";
import { migratePglite, migratePostgres } from "./migrate.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

/** Which database to open: the server at `databaseUrl`, or if that is null the embedded database in `dataDir`. */
export interface DatabaseSettings {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/**
 * Opens the database and applies the migrations. Rejects with the holder's name if another process uses the directory.
 */
export const connect = async (
  settings: DatabaseSettings,
  log: Log,
  before: BeforeMigration | null = null,
): Promise<DatabaseHandle> => {
  const handle =
    settings.databaseUrl === null
      ? await openDirectory(settings.dataDir, log, before)
      : await openServer(settings.databaseUrl, before);
  log.info({ database: handle.kind }, "database.ready");
  return handle;
};

const openServer = async (url: string, before: BeforeMigration | null): Promise<DatabaseHandle> => {
  await migratePostgres(url, before === null ? {} : { before });
  return openPostgres(url);
};

const openDirectory = async (directory: string, log: Log, before: BeforeMigration | null): Promise<DatabaseHandle> => {
  const lock = lockDirectory(directory);
  try {
    const dataDir = join(directory, "pglite");
    const embedded = await openOrCreate(dataDir, log);
    closeFiles(dataDir);
    const close = async (): Promise<void> => {
      await embedded.close();
      lock.release();
    };
    await migratePglite(embedded.client, before === null ? {} : { before }).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    return { ...embedded, close };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** Opens the embedded database, and creates it first if there are no files. */
const openOrCreate = async (dataDir: string, log: Log): ReturnType<typeof openPglite> => {
  const creation = await createEmbedded(dataDir);
  if (creation === "kept") return openEmbedded(dataDir);
  log.info({ how: creation }, "database.created");
  return openPglite({ dataDir });
};

/**
 * Removes the permissions of other users from the files of a directory. PGlite ignores the umask when it creates a
 * database, and a copy would keep the open permissions.
 */
export const closeFiles = (directory: string): void => {
  if (process.platform === "win32") return;
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const path = join(directory, name);
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  }
};
