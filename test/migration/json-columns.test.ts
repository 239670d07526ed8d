import { expect, test } from "vitest";
import { jsonb, pgTable } from "../../src/db/schema/orm.ts";
import { codecOf } from "../../src/db/schema/stored-json.ts";
import { jsonColumns, schemaTables } from "../support/database/json-columns.ts";

const withoutReader = (all: Parameters<typeof jsonColumns>[0]): readonly string[] =>
  jsonColumns(all).flatMap(({ table, column }) => (codecOf(table, column) === undefined ? [`${table}.${column}`] : []));

test("every JSON column of the schema has a versioned reader", async () => {
  const all = await schemaTables();
  expect(all.length).toBeGreaterThan(15);
  expect(jsonColumns(all).length).toBeGreaterThan(20);
  expect(withoutReader(all)).toEqual([]);
});

test("a JSON column without a reader is found", async () => {
  const planted = pgTable("planted", { plain: jsonb() });
  expect(withoutReader([...(await schemaTables()), planted])).toEqual(["planted.plain"]);
});
