import { join } from "node:path";
import type { Log } from "../chat/port.ts";
import { closeFiles } from "./close-files.ts";
import { createEmbedded } from "./create-embedded.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { Handle } from "./handle.ts";
import { migratePglite, migratePostgres } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

/** Which database to open: a server where an address is given, else the embedded one in `dataDir`. */
export interface DatabaseSettings {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** Opens the database and brings it up to date. Rejects where another process holds the directory, and says which. */
export const connect = async (settings: DatabaseSettings, log: Log): Promise<Handle> => {
  const handle =
    settings.databaseUrl === null ? await openDirectory(settings.dataDir) : await openServer(settings.databaseUrl);
  log.info({ database: handle.kind }, "database ready");
  return handle;
};

const openServer = async (url: string): Promise<Handle> => {
  await migratePostgres(url);
  return openPostgres(url);
};

const openDirectory = async (directory: string): Promise<Handle> => {
  const lock = lockDirectory(directory);
  try {
    const dataDir = join(directory, "pglite");
    await createEmbedded(dataDir);
    const embedded = await openPglite({ dataDir });
    closeFiles(dataDir);
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
