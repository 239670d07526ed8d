import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { migrationTags, rowsFolder } from "../migration/recorded.ts";
import { tablesOf } from "../migration/dump-rows.ts";
import { freshDatabase } from "../support/database/database.ts";

const newest = migrationTags.at(-1) ?? "";
const recorded = readFileSync(join(rowsFolder, `${newest}.sql`), "utf8");

/** The tables that hold rows. */
const filled = async (database: Awaited<ReturnType<typeof freshDatabase>>): Promise<readonly string[]> => {
  const names = [...(await tablesOf(database)).keys()];
  const has = names.map((name) => `select '${name}' as name where exists (select from "${name}")`);
  const found = await database.rows<{ name: string }>(sql.raw(has.join(" union all ")));
  return found.map(({ name }) => name);
};

test("a database with rows in many tables is empty for the next test, and numbers begin again", async () => {
  const database = await freshDatabase();
  await database.db.execute(sql.raw(recorded));
  expect((await filled(database)).length).toBeGreaterThan(30);

  const next = await freshDatabase();
  expect(next).toBe(database);
  expect(await filled(next)).toEqual([]);
  expect(await next.rows(sql`select nextval('ticket_numbers')::int as number`)).toEqual([{ number: 1001 }]);
});
