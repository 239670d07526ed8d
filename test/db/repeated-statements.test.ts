import { afterAll, describe, expect, test } from "vitest";
import type { Database, DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { createRepetition } from "../../src/db/connection/repeated.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

describe("which statements count as repeated", () => {
  test("from the third run on", () => {
    const isRepeated = createRepetition();
    expect([1, 2, 3, 4].map(() => isRepeated("select 1"))).toEqual([false, false, true, true]);
  });

  test("no more than so many, and those stay", () => {
    const isRepeated = createRepetition(2);
    const often = (statement: string): boolean => [1, 2, 3].map(() => isRepeated(statement)).at(-1) === true;
    expect(["select 1", "select 2", "select 3"].map(often)).toEqual([true, true, false]);
    expect(["select 1", "select 2"].map(isRepeated)).toEqual([true, true]);
  });

  test("many statements that run once do not add up", () => {
    const isRepeated = createRepetition();
    isRepeated("select 1");
    for (let n = 0; n < 5_000; n += 1) isRepeated(`select ${n} as one_of_many`);
    expect([1, 2, 3].map(() => isRepeated("select 1")).at(-1)).toBe(true);
  });
});

const twice = 2;
const textOf = sql.raw("as repeated_here");

/** Runs the same statement with a value, in a transaction or outside of one. */
const ask = async ({ rows }: DatabaseHandle, value: number, on?: Database): Promise<number | undefined> => {
  const [row] = await rows<{ repeated_here: number }>(sql`select ${value}::int ${textOf}`, on);
  return row?.repeated_here;
};

describe.each([
  { name: "PGlite", open: (): Promise<DatabaseHandle> => freshEmbedded() },
  { name: "Postgres", open: async (): Promise<DatabaseHandle> => openPostgres(await barePostgres()) },
])("a repeated statement on $name", ({ open }) => {
  const opening = open();
  afterAll(async () => (await opening).close());

  test("answers with the values of each run, inside and outside of transactions", async () => {
    const handle = await opening;
    const found: (number | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      found.push(await ask(handle, n));
      found.push(
        ...(await handle.db.transaction(async (tx) => [await ask(handle, 10 + n, tx), await ask(handle, 20 + n, tx)])),
      );
    }
    expect(found).toEqual([0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23]);
  });

  test("works after a transaction that failed", async () => {
    const handle = await opening;
    const failing = handle.db.transaction(async (tx) => {
      await ask(handle, 1, tx);
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(await handle.db.transaction((tx) => ask(handle, 5, tx))).toBe(5);
  });

  test("works after a column that it returns has changed its type", async () => {
    const { db, rows } = await opening;
    await db.execute(sql`create table changing (one int)`);
    await db.execute(sql`insert into changing values (1)`);
    const read = () => rows<{ one: unknown }>(sql`select one from changing where ${1}::int = 1`);
    for (let n = 0; n < 4; n += 1) expect(await read()).toMatchObject([{ one: 1 }]);
    await db.execute(sql`alter table changing alter column one type text`);
    expect(await read()).toMatchObject([{ one: "1" }]);
  });
});

describe("on Postgres", () => {
  const opening = barePostgres().then((url) => openPostgres(url));
  afterAll(async () => (await opening).close());

  test("it is named, and planned with the values of each run", async () => {
    const { db, rows } = await opening;
    const named = await db.transaction(async (tx) => {
      for (let n = 0; n < 9; n += 1) await rows(sql`select ${n}::int as named_here`, tx);
      return rows<{ custom: number; generic: number }>(
        sql`select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements
          where statement like 'select $1::int as named_here'`,
        tx,
      );
    });
    expect(named).toMatchObject([{ custom: 9 - twice, generic: 0 }]);
  });
});
