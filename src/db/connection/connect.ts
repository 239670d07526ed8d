import { chmodSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../chat/error-kind.ts";
import type { Log } from "../../chat/port.ts";
import { createEmbedded, holdsFiles } from "./create-embedded.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { DatabaseHandle } from "./handle.ts";
import { migratePglite, migratePostgres } from "./migrate.ts";
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
export const connect = async (settings: DatabaseSettings, log: Log): Promise<DatabaseHandle> => {
  const handle =
    settings.databaseUrl === null ? await openDirectory(settings.dataDir, log) : await openServer(settings.databaseUrl);
  log.info({ database: handle.kind }, "database.ready");
  return handle;
};

const openServer = async (url: string): Promise<DatabaseHandle> => {
  await migratePostgres(url);
  return openPostgres(url);
};

const openDirectory = async (directory: string, log: Log): Promise<DatabaseHandle> => {
  const lock = lockDirectory(directory);
  try {
    const embedded = await openWhole(directory, log);
    closeFiles(join(directory, "pglite"));
    const close = async (): Promise<void> => {
      await embedded.close();
      lock.release();
    };
    await migratePglite(embedded.client).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    return { ...embedded, close };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** Opens the embedded database. If its files are damaged, the error tells how to restore a backup. */
const openWhole = async (directory: string, log: Log): ReturnType<typeof openPglite> => {
  const dataDir = join(directory, "pglite");
  const wasThere = holdsFiles(dataDir);
  try {
    const creation = await createEmbedded(dataDir);
    if (creation !== "kept") log.info({ how: creation }, "database.created");
    // PGlite would replace a database without this file by an empty one.
    if (wasThere && !existsSync(join(dataDir, "PG_VERSION"))) throw new Error("PG_VERSION is missing");
    return await openPglite({ dataDir });
  } catch (error) {
    // An error with a code means a full or read-only disk: nothing is damaged.
    if (!wasThere || (error instanceof Error && "code" in error)) throw error;
    throw new OperatorError(
      `The embedded database in ${dataDir} is damaged and cannot be opened. ` +
        `Move this folder elsewhere and keep it: mv ${dataDir} ${dataDir}-damaged. ` +
        `Then copy the folder pglite of the newest backup to its place, one that was made while Plazo was stopped: cp -a BACKUP/pglite ${dataDir}. ` +
        `Start again. docs/operations.md says more, also what to do without a backup.`,
      { cause: error },
    );
  }
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
