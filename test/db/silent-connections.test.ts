import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { startRelay, type Relay } from "../support/database/relay.ts";

let relay: Relay;
let database: DatabaseHandle;

beforeEach(async () => {
  relay = await startRelay(await freshPostgres());
  database = openPostgres(relay.url, { ordinary: 1, inbound: 1, pages: 1 }, 4_000);
});
afterEach(async () => {
  relay.cut();
  await database.close();
  await relay.stop();
});

const one = () => database.rows<{ one: number }>(sql`select 1 as one`);

test("a connection that goes silent is closed, its statements fail, and the next ones use a new connection", async () => {
  expect(await Promise.all([one(), one()])).toHaveLength(2);
  const before = relay.made();
  relay.silence();
  // More statements than connections: some wait behind the others.
  const cut = await Promise.allSettled([one(), one(), one(), one()]);
  expect(cut.some(({ status }) => status === "rejected")).toBe(true);
  // The loops try again, too.
  await expect.poll(() => one().catch(() => null), { timeout: 20_000 }).toEqual([{ one: 1 }]);
  expect(relay.made()).toBeGreaterThan(before);
});

test("a transaction on a connection that goes silent is rolled back, and can be repeated", async () => {
  await database.rows(sql`create table counted (value int)`);
  const count = (meanwhile: () => void) =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into counted values (1)`);
      meanwhile();
      await tx.execute(sql`insert into counted values (2)`);
    });
  await expect(count(relay.silence)).rejects.toThrow();
  // The server notices that the connection is gone.
  relay.cut();
  await count(() => {});
  expect(await database.rows(sql`select value from counted order by value`)).toEqual([{ value: 1 }, { value: 2 }]);
});

test("a statement that takes longer than a connection may be idle is not cut, and idle connections are replaced", async () => {
  expect(await database.rows(sql`select pg_sleep(3.2)::text as slept`)).toHaveLength(1);
  expect(await one()).toEqual([{ one: 1 }]);
});
