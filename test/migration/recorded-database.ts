import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { migratePglite } from "../../src/db/connection/migrate.ts";
import { openBare } from "../support/database/embedded-database.ts";
import { migrationsUpTo, rowsFolder } from "./recorded.ts";

/** A database of the release that had these migrations, with the rows recorded then, brought up to date. */
export const recordedDatabase = async (tag: string): Promise<DatabaseHandle> => {
  const database = await openBare();
  const folder = migrationsUpTo(tag);
  await migratePglite(database.client, { folder });
  rmSync(folder, { recursive: true });
  await database.client.exec(readFileSync(join(rowsFolder, `${tag}.sql`), "utf8"));
  await migratePglite(database.client);
  return database;
};
