import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

/** A relay to Postgres whose established connections can go silent, as after a failover. New ones work. */
let relay: Server;
let sockets: Socket[] = [];
let dialled = 0;
let database: DatabaseHandle;

beforeEach(async () => {
  dialled = 0;
  const { port, pathname } = new URL(await freshPostgres());
  relay = createServer((near) => {
    dialled += 1;
    const far = connect(Number(port), "127.0.0.1");
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => {});
      from.on("data", (bytes: Buffer) => to.write(bytes));
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  database = openPostgres(
    `postgres://postgres@127.0.0.1:${(relay.address() as AddressInfo).port}${pathname}`,
    { ordinary: 1, inbound: 1, pages: 1 },
    4_000,
  );
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await database.close();
  relay.close();
});

const goSilent = (): void => {
  for (const socket of sockets) socket.pause();
};
const one = () => database.rows<{ one: number }>(sql`select 1 as one`);

test("a connection that goes silent is closed, its statements fail, and the next ones use a new connection", async () => {
  expect(await Promise.all([one(), one()])).toHaveLength(2);
  const before = dialled;
  goSilent();
  // More statements than connections: some wait behind the others.
  const cut = await Promise.allSettled([one(), one(), one(), one()]);
  expect(cut.some(({ status }) => status === "rejected")).toBe(true);
  // The loops try again, too.
  await expect.poll(() => one().catch(() => null), { timeout: 20_000 }).toEqual([{ one: 1 }]);
  expect(dialled).toBeGreaterThan(before);
});

test("a transaction on a connection that goes silent is rolled back, and can be repeated", async () => {
  await database.rows(sql`create table counted (value int)`);
  const count = (meanwhile: () => void) =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into counted values (1)`);
      meanwhile();
      await tx.execute(sql`insert into counted values (2)`);
    });
  await expect(count(goSilent)).rejects.toThrow();
  // The server notices that the connection is gone.
  for (const socket of sockets) socket.destroy();
  await count(() => {});
  expect(await database.rows(sql`select value from counted order by value`)).toEqual([{ value: 1 }, { value: 2 }]);
});

test("a statement that takes longer than a connection may be idle is not cut, and idle connections are replaced", async () => {
  expect(await database.rows(sql`select pg_sleep(3.2)::text as slept`)).toHaveLength(1);
  expect(await one()).toEqual([{ one: 1 }]);
});
