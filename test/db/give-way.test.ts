import { expect, test } from "vitest";
import { sql } from "../../src/db/orm.ts";
import { openPglite } from "../../src/db/pglite.ts";

test("however many statements and transactions follow each other, the rest of the process has its turn in between", async () => {
  const { db, close } = await openPglite();
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  for (let n = 0; n < 20; n += 1) await db.execute(sql`select 1`);
  const outside = turns;
  for (let n = 0; n < 20; n += 1) await db.transaction((tx) => tx.execute(sql`select 1`));
  clearImmediate(next);
  expect(outside).toBeGreaterThanOrEqual(19);
  expect(turns - outside).toBeGreaterThanOrEqual(19);
  await close();
});
