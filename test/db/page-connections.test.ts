import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import type { Database, DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

let database: DatabaseHandle;
let holder: DatabaseHandle;
beforeEach(async () => {
  const url = await freshPostgres();
  database = openPostgres(url);
  holder = openPostgres(url, { ordinary: 1, inbound: 1, pages: 1 });
});
afterEach(async () => {
  await database.close();
  await holder.close();
});

test("pages that all wait for the database delay neither the loops nor the inbound events", async () => {
  await holder.db.execute(sql`select pg_advisory_lock(7)`);
  const answered: string[] = [];
  const pages = Array.from({ length: 20 }, () =>
    database.pages
      .execute(sql`select pg_advisory_lock_shared(7), pg_advisory_unlock_shared(7)`)
      .then(() => void answered.push("page")),
  );
  for (let n = 0; n < 20; n += 1) {
    await database.db.execute(sql`select 1`);
    await database.inbound.execute(sql`select 1`);
  }
  expect(answered).toEqual([]);
  await holder.db.execute(sql`select pg_advisory_unlock(7)`);
  await Promise.all(pages);
  expect(answered).toHaveLength(20);
});

test("Postgres ends a statement of a page sooner than one of a loop", async () => {
  const limitOf = async (on: Database): Promise<number> => {
    const [row] = await database.rows<{ ms: string }>(
      sql`select setting as ms from pg_settings where name = 'statement_timeout'`,
      on,
    );
    return Number(row?.ms);
  };
  expect(await limitOf(database.pages)).toBeLessThanOrEqual(5_000);
  expect(await limitOf(database.db)).toBe(15_000);
  expect(await limitOf(database.inbound)).toBe(15_000);
  const ended = database.pages.execute(sql`select pg_sleep(60)`).then(
    () => null,
    ({ code }: { readonly code: string }) => code,
  );
  expect(await ended).toBe("57014");
});
