import { afterAll, describe, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

const refused = expect.objectContaining({
  message: expect.stringContaining("use the transaction's own handle") as string,
}) as Error;

describe.each([
  { name: "PGlite", open: (): Promise<DatabaseHandle> => freshEmbedded() },
  { name: "Postgres", open: async (): Promise<DatabaseHandle> => openPostgres(await barePostgres()) },
])("inside a transaction on $name", ({ open }) => {
  const opening = open();
  afterAll(async () => (await opening).close());

  test("a query on the root handle is an error, where it would wait for ever", async () => {
    const { db } = await opening;
    const query = db.transaction(() => db.execute(sql`select 1`));
    await expect(query).rejects.toMatchObject({ cause: refused });
  });

  test("a transaction on the root handle is an error", async () => {
    const { db } = await opening;
    await expect(db.transaction(() => db.transaction(async () => {}))).rejects.toEqual(refused);
  });

  test("a statement prepared on the root handle is an error", async () => {
    const { db } = await opening;
    const prepared = db
      .select({ one: sql<number>`1` })
      .from(sql`(values (1)) as t`)
      .prepare("one");
    await expect(db.transaction(() => prepared.execute())).rejects.toMatchObject({ cause: refused });
  });

  test("the transaction's own handle works, savepoints included", async () => {
    const { db, rows } = await opening;
    const found = await db.transaction((tx) =>
      tx.transaction((inner) => rows<{ one: number }>(sql`select 1 as one`, inner)),
    );
    expect(found.map((row) => row.one)).toEqual([1]);
  });

  test("work that the transaction only started may use the root handle once the transaction ended", async () => {
    const { db, rows } = await opening;
    let begin: () => void = () => {};
    let later: Promise<readonly { one: number }[]> | undefined;
    await db.transaction(async () => {
      later = new Promise<void>((resolve) => (begin = resolve)).then(() => rows<{ one: number }>(sql`select 1 as one`));
    });
    begin();
    expect(await later).toMatchObject([{ one: 1 }]);
  });
});
