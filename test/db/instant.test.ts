import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { fromInstant, instant, toInstant, asc, integer, pgTable, sql } from "../../src/db/schema/orm.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

const moments = pgTable("moments", { id: integer("id").primaryKey(), at: instant("at").notNull() });

describe.each([
  { name: "PGlite", open: (): Promise<DatabaseHandle> => freshEmbedded() },
  { name: "Postgres", open: async (): Promise<DatabaseHandle> => openPostgres(await barePostgres()) },
])("an instant on $name", ({ open }) => {
  const opening = open().then(async (handle) => {
    await handle.db.execute(
      sql`create table moments (id integer primary key, at timestamp (3) with time zone not null)`,
    );
    return handle;
  });
  afterAll(async () => (await opening).close());

  test("comes back unchanged to the millisecond", async () => {
    const { db } = await opening;
    const years = { min: Date.UTC(1970, 0, 1), max: Date.UTC(9999, 11, 31) };
    const instants = fc.sample(fc.integer(years), 300).concat(years.min, years.max, Date.UTC(2026, 2, 29, 1, 0, 0, 1));
    await db.insert(moments).values(instants.map((at, id) => ({ id, at })));
    const read = await db.select().from(moments).orderBy(asc(moments.id));
    expect(read.map((each) => each.at)).toEqual(instants);
  });

  test("reads the same in a session with another time zone", async () => {
    const { db, rows } = await opening;
    const at = Date.UTC(2026, 0, 9, 16, 30, 0, 7);
    const printed = await db.transaction(async (tx) => {
      await tx.execute(sql`set local time zone 'Asia/Kolkata'`);
      return rows<{ at: string }>(sql`select ${fromInstant(at)}::timestamptz as at`, tx);
    });
    expect(printed[0]?.at).toContain("+05:30");
    expect(printed.map((row) => toInstant(row.at))).toEqual([at]);
  });
});
