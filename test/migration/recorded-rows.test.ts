import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { codecOf } from "../../src/db/schema/stored-json.ts";
import { deriveOutcomes } from "../../src/jobs/derive-outcomes.ts";
import { UnreadableJson, type StoredJson } from "../../src/stored/versioned-json.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { compareOutcomes } from "../../src/tickets/execute/outcomes/rebuild-outcomes.ts";
import { jsonColumns, lostByReading, schemaTables } from "../support/database/json-columns.ts";
import { busyDesk } from "./busy-day.ts";
import { migrationsFolder } from "../../src/db/connection/migrate.ts";
import { tablesOf } from "./dump-rows.ts";
import { readBack } from "./read-back.ts";
import { recordedDatabase } from "./recorded-database.ts";
import { migrationTags } from "./recorded.ts";

/** The tables that migrations after this one make: rows recorded with it have none for them. */
const tablesAfter = (tag: string): ReadonlySet<string> =>
  new Set(
    migrationTags
      .filter((each) => each > tag)
      .flatMap((each) => [
        ...readFileSync(join(migrationsFolder, `${each}.sql`), "utf8").matchAll(/^CREATE TABLE "(\w+)"/gm),
      ])
      .map(([, table = ""]) => table),
  );

/** Tables that only an upgrade of a used database fills. */
const filledByUpgrades: ReadonlySet<string> = new Set(["outcomes_to_derive"]);

/** Making such a database takes seconds of computing, so its tests share it, in this order. */
describe.each(migrationTags)("rows recorded with the migration %s", (tag) => {
  let database: DatabaseHandle;
  beforeAll(async () => {
    database = await recordedDatabase(tag);
  });
  afterAll(() => database.close());

  test("fill every table", async () => {
    const counts = await Promise.all(
      [...(await tablesOf(database)).keys()].map(async (table) => {
        const [row] = await database.rows<{ many: number }>(sql.raw(`select count(*)::int as many from "${table}"`));
        return [table, row?.many ?? 0] as const;
      }),
    );
    expect(counts.length).toBeGreaterThan(10);
    const mayBeEmpty = tablesAfter(tag).union(filledByUpgrades);
    expect(counts.filter(([table, many]) => many === 0 && !mayBeEmpty.has(table))).toEqual([]);
  });

  test("are read by today's stores unchanged", async () => {
    const read = await readBack(database);
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(`./rows/read/${tag}.json`);
  });

  test("hold JSON that is read whole, and that of a newer version is refused", async () => {
    expect(await lostByReading(database)).toEqual([]);
    const neverSet: string[] = [];
    const later = tablesAfter(tag);
    for (const { table, column } of jsonColumns(await schemaTables())) {
      const codec = codecOf(table, column);
      const [row] = await database.rows<{ stored: object }>(
        sql.raw(`select "${column}" as stored from "${table}" where "${column}" is not null limit 1`),
      );
      if (row === undefined && !later.has(table)) neverSet.push(`${table}.${column}`);
      for (const wrong of [{ ...row?.stored, v: 1_000 }, { ...row?.stored, v: "1" }, "damaged", 1])
        expect(() => codec?.read(wrong as unknown as StoredJson<unknown>)).toThrow(UnreadableJson);
    }
    expect(neverSet.toSorted()).toEqual(["outbox.handed_over", "tickets.escalation", "tickets.inactivity"]);
  });

  test("have an outcome for each clock that ended before the upgrade, soon after it", async () => {
    const error = vi.fn();
    const step = deriveOutcomes({ database, log: { debug() {}, info() {}, warn() {}, error } }, async () => {});
    for (let steps = 0; (await step()) > 0;) expect((steps += 1)).toBeLessThan(100);
    expect(error).not.toHaveBeenCalled();
    const results = (await Array.fromAsync(compareOutcomes(database, false))).map(({ result }) => result);
    expect(new Set(results)).toEqual(new Set(["same"]));
    const [outcomes] = await database.rows<{ many: number }>(sql`select count(*)::int as many from clock_outcomes`);
    expect(outcomes?.many).toBeGreaterThan(1);
    expect(await database.rows(sql`select * from outcomes_to_derive`)).toEqual([]);
  });

  test("are usable: each open ticket takes a command and keeps it", async () => {
    const open = await database.rows<{ number: number }>(
      sql`select number from tickets where status <> 'resolved' order by number`,
    );
    const deps = { database, desk: createDeskCache(() => busyDesk) };
    const by = { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" } as const;
    const at = Date.parse("2026-01-13T09:00:00Z");
    const outcomes = [];
    for (const { number } of open) {
      const { ok } = await execute(deps, { key: null, number, command: { type: "resolve", by, at } });
      outcomes.push(ok);
    }
    expect(open.length).toBeGreaterThan(1);
    expect(new Set(outcomes)).toEqual(new Set([true]));
    const left = await database.rows(sql`select number from tickets where status <> 'resolved'`);
    expect(left).toEqual([]);
  });

  test("are not read whole once a newer version changed them", async () => {
    await database.rows(sql`update cards set ref = '{"v": 1000}'::jsonb`);
    await database.rows(sql`update events set body = body || '{"unknown": true}'::jsonb`);
    const lost = (await lostByReading(database)).map((each) => each.split(":")[0] ?? "");
    expect([...new Set(lost)].toSorted()).toEqual(["cards.ref", "events.body"]);
  });
});
