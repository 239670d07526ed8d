import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { migrationsFolder } from "../../src/db/connection/migrate.ts";

/** Where recorded rows stand, a file for each migration. */
export const rowsFolder = join(import.meta.dirname, "rows");

const journal = z
  .looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })
  .parse(JSON.parse(readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8")));

/** The names of all migrations, oldest first. */
export const migrationTags: readonly string[] = journal.entries.map(({ tag }) => tag);

/** A folder of the migrations up to this one, as a release had it. The caller removes it. */
export const migrationsUpTo = (tag: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-migrations-"));
  const entries = journal.entries.slice(0, migrationTags.indexOf(tag) + 1);
  mkdirSync(join(folder, "meta"));
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const each of entries) cpSync(join(migrationsFolder, `${each.tag}.sql`), join(folder, `${each.tag}.sql`));
  return folder;
};
