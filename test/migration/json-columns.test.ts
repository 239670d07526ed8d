import { expect, test } from "vitest";
import { jsonb, pgTable, sql } from "../../src/db/schema/orm.ts";
import { codecOf } from "../../src/db/schema/stored-json.ts";
import { UnreadableJson, type StoredJson } from "../../src/stored/versioned-json.ts";
import { jsonColumns, lostByReading, schemaTables } from "../support/database/json-columns.ts";
import { recordedDatabase } from "./recorded-database.ts";
import { migrationTags } from "./recorded.ts";

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

test.each(migrationTags)(
  "rows recorded with %s are read whole, and those of a newer version are refused",
  async (tag) => {
    const database = await recordedDatabase(tag);
    expect(await lostByReading(database)).toEqual([]);
    const neverSet: string[] = [];
    for (const { table, column } of jsonColumns(await schemaTables())) {
      const codec = codecOf(table, column);
      const [row] = await database.rows<{ stored: object }>(
        sql.raw(`select "${column}" as stored from "${table}" where "${column}" is not null limit 1`),
      );
      if (row === undefined) neverSet.push(`${table}.${column}`);
      for (const wrong of [{ ...row?.stored, v: 1_000 }, { ...row?.stored, v: "1" }, "damaged", 1])
        expect(() => codec?.read(wrong as unknown as StoredJson<unknown>)).toThrow(UnreadableJson);
    }
    expect(neverSet.toSorted()).toEqual(["outbox.handed_over", "tickets.escalation", "tickets.inactivity"]);
    await database.rows(sql`update cards set ref = '{"v": 1000}'::jsonb`);
    await database.rows(sql`update events set body = body || '{"unknown": true}'::jsonb`);
    const lost = (await lostByReading(database)).map((each) => each.split(":")[0] ?? "");
    expect([...new Set(lost)].toSorted()).toEqual(["cards.ref", "events.body"]);
    await database.close();
  },
);
