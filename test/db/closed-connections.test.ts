import { afterEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { startRelay, type Relay } from "../support/database/relay.ts";

let relay: Relay;
let database: DatabaseHandle;
const open = async (): Promise<void> => {
  relay = await startRelay(await freshPostgres());
  database = openPostgres(relay.url, { ordinary: 1, inbound: 1, pages: 1 });
};

/** The errors that no caller caught, as the process sees them. */
const uncaught = async (work: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const before = events.map((event) => [event, process.listeners(event as "uncaughtException")] as const);
  const keep = (error: unknown): void => void seen.push(error);
  for (const event of events) process.removeAllListeners(event).on(event, keep);
  try {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    for (const [event, listeners] of before) {
      process.removeAllListeners(event);
      for (const listener of listeners) process.on(event, listener as (error: unknown) => void);
    }
  }
  return seen;
};

afterEach(async () => {
  relay.cut();
  await database.close();
  await relay.stop();
});

test("a transaction whose connection is cut is rejected, and the next statement has a connection at once", async () => {
  await open();
  const cutInside = (cut: () => Promise<unknown> | void) =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      const next = tx.execute(sql`select pg_sleep(1)`);
      await cut();
      await next;
    });
  const seen = await uncaught(async () => {
    for (let turn = 0; turn < 3; turn++) {
      await expect(cutInside(relay.cut)).rejects.toThrow();
      expect(await database.rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    }
  });
  expect(seen).toEqual([]);
});

test("so is one whose connection the server ends, as when Postgres is stopped", async () => {
  await open();
  const other = openPostgres(relay.url, { ordinary: 1, inbound: 1, pages: 1 });
  const endAll = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plazo' and pid <> pg_backend_pid()`;
  const seen = await uncaught(async () => {
    const ended = database.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      const next = tx.execute(sql`select pg_sleep(5)`);
      await other.rows(endAll);
      await next;
    });
    await expect(ended).rejects.toThrow();
    expect(await database.rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
  expect(seen).toEqual([]);
  await other.close();
});

test("a new connection runs no statement of the driver's own, whose failure would end the process", async () => {
  await open();
  await database.rows(sql`select 1 as one`);
  expect(relay.sent()).not.toContain("pg_catalog.pg_type");
});
