import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration, type DrizzleSnapshotJSON } from "drizzle-kit/api";
import { expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { migrationsFolder } from "../../src/db/connection/migrate.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { integer, pgTable, sql } from "../../src/db/schema/orm.ts";
import { barePostgres, freshPostgres } from "../support/database/real-postgres.ts";

const schemaFolder = join(import.meta.dirname, "../../src/db/schema");

/** All tables as TypeScript declares them, in the files that drizzle-kit reads. */
const declared = async (): Promise<Record<string, unknown>> => {
  const files = readdirSync(schemaFolder).filter((each) => each.endsWith("schema.ts"));
  const modules = await Promise.all(files.map((each) => import(join(schemaFolder, each)) as Promise<object>));
  return Object.assign({}, ...modules) as Record<string, unknown>;
};

const newestSnapshot = (): DrizzleSnapshotJSON => {
  const meta = join(migrationsFolder, "meta");
  const name = readdirSync(meta)
    .filter((each) => each.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  if (name === undefined) throw new Error("there is no snapshot");
  return JSON.parse(readFileSync(join(meta, name), "utf8")) as DrizzleSnapshotJSON;
};

test("`npm run migrations` finds nothing to do: the newest migration equals the schema in TypeScript", async () => {
  expect(await generateMigration(newestSnapshot(), generateDrizzleJson(await declared()))).toEqual([]);
});

test("a column without a migration is found", async () => {
  const more = { ...(await declared()), forgotten: pgTable("forgotten", { id: integer() }) };
  const statements = await generateMigration(newestSnapshot(), generateDrizzleJson(more));
  expect(statements.join()).toContain('CREATE TABLE "forgotten"');
});

/** Every column, constraint, index and sequence, as Postgres itself describes them. */
const shapeOf = async ({ rows }: DatabaseHandle): Promise<readonly string[]> => {
  const found = await rows<{ line: string }>(sql`
    select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select format('constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('sequence %s %s %s', sequencename, start_value, increment_by) from pg_sequences
      where schemaname = 'public'
    order by 1`);
  return found.map(({ line }) => line);
};

test("all migrations in order make the tables that TypeScript declares", async () => {
  const migrated = openPostgres(await freshPostgres());
  const fresh = openPostgres(await barePostgres());
  for (const statement of await generateMigration(generateDrizzleJson({}), generateDrizzleJson(await declared())))
    await fresh.db.execute(sql.raw(statement));
  expect(await shapeOf(migrated)).toEqual(await shapeOf(fresh));
  await Promise.all([migrated.close(), fresh.close()]);
});
