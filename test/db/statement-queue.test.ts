import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openBare } from "../support/database/embedded-database.ts";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await openBare();
});
afterAll(() => database.close());

test("the rest of the process gets its turn between many statements and transactions", async () => {
  const { db } = database;
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
});

test("a statement of an inbound event overtakes background statements that have not begun", async () => {
  // Its first statement waits until it is open.
  const { db, inbound, close } = await openBare();
  const order: string[] = [];
  const note = (what: string) => () => void order.push(what);
  const background = [1, 2, 3].map((n) =>
    db.transaction((tx) => tx.execute(sql`select 1`)).then(note(`background ${n}`)),
  );
  const urgent = inbound.execute(sql`select 1`).then(note("inbound"));
  await Promise.all([...background, urgent]);
  expect(order).toEqual(["background 1", "inbound", "background 2", "background 3"]);
  await close();
});

test("statements of pages and of the background take turns, so that neither waits for all of the other", async () => {
  const { db, pages } = database;
  const order: string[] = [];
  const run = (what: string, on: typeof db) => on.execute(sql`select 1`).then(() => void order.push(what));
  await Promise.all([...[1, 2, 3].map((n) => run(`page ${n}`, pages)), ...[1, 2, 3].map((n) => run(`loop ${n}`, db))]);
  const [, ...rest] = order;
  expect(rest).toEqual(["loop 1", "page 2", "loop 2", "page 3", "loop 3"]);
});

test("a statement that fails rejects alone, and the next one runs", async () => {
  const { db } = database;
  const failed = db.execute(sql`select 1 / 0`);
  const fine = db.execute(sql`select 1`);
  await expect(failed).rejects.toThrow();
  await expect(fine).resolves.toBeDefined();
});
