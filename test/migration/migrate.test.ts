import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { migratePglite, migratePostgres } from "../../src/db/connection/migrate.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { openBare } from "../support/database/embedded-database.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder as drizzle-kit leaves it, with these migrations in this order. */
const folderOf = (...migrations: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-migrations-"));
  folders.push(folder);
  mkdirSync(join(folder, "meta"));
  const entries = migrations.map((text, idx) => {
    writeFileSync(join(folder, `${idx}.sql`), text);
    return { idx, version: "7", when: 1_000 + idx, tag: String(idx), breakpoints: true };
  });
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "postgresql", entries }));
  return folder;
};

const tablesOf = async (url: string): Promise<readonly string[]> => {
  const { rows, close } = openPostgres(url);
  const found = await rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  await close();
  return found.map((row) => row.name);
};

test("processes that start at once migrate one after the other", async () => {
  const url = await barePostgres();
  const folder = folderOf("create table one (id int)", "create table two (id int)");
  await Promise.all(Array.from({ length: 6 }, () => migratePostgres(url, { folder })));
  expect(await tablesOf(url)).toEqual(["one", "two"]);
});

test("a migration that fails leaves nothing half done, and its repaired version is applied", async () => {
  const url = await barePostgres();
  const broken = migratePostgres(url, {
    folder: folderOf("create table one (id int)", "create table two (id nonsense)"),
  });
  await expect(broken).rejects.toThrow();
  expect(await tablesOf(url)).toEqual([]);
  await migratePostgres(url, { folder: folderOf("create table one (id int)", "create table two (id int)") });
  expect(await tablesOf(url)).toEqual(["one", "two"]);
});

test("a database that a newer version changed is refused", async () => {
  const newer = folderOf("create table one (id int)", "create table two (id int)");
  const older = folderOf("create table one (id int)");
  const url = await barePostgres();
  await migratePostgres(url, { folder: newer });
  await expect(migratePostgres(url, { folder: older })).rejects.toThrow("newer version of Plazo");
  const embedded = await openBare();
  await migratePglite(embedded.client, { folder: newer });
  await migratePglite(embedded.client, { folder: newer });
  await expect(migratePglite(embedded.client, { folder: older })).rejects.toThrow("newer version of Plazo");
  await embedded.close();
});
