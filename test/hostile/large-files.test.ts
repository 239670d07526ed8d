import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { openBare } from "../support/database/embedded-database.ts";
import { measuredRunAwaited } from "./fastest-run.ts";

const size = 2 * 1024 * 1024;
/** All values of a byte. Between other bytes, as a part of a larger buffer, as the reader of a form gives a file. */
const bytes = new Uint8Array(size + 7).map((_, at) => at % 256).subarray(7);

let database: Awaited<ReturnType<typeof openBare>>;
beforeAll(async () => {
  database = await openBare();
  await database.client.exec("create table kept (id serial, bytes bytea)");
});
afterAll(() => database.close());

test("an embedded database writes and reads a file in less than half of the time that PGlite itself takes", async () => {
  // A copy of the database with its table: a new one would take ten times the computing.
  const own = await PGlite.create({ loadDataDir: await database.client.dumpDataDir("none") });
  const ownWrites = () => own.query("insert into kept (bytes) values ($1)", [bytes]);
  const ownReads = () => own.query("select bytes from kept where id = 1");
  const writes = () => database.db.execute(sql`insert into kept (bytes) values (${bytes})`);
  const reads = () => database.rows<{ bytes: Uint8Array }>(sql`select bytes from kept where id = 1`);
  // V8 compiles what writes and reads a file the first time.
  for (const firstTime of [ownWrites, ownReads]) await firstTime();
  const write = (await measuredRunAwaited(ownWrites, 0)) / 2;
  expect(await measuredRunAwaited(writes, write)).toBeLessThan(write);
  const read = (await measuredRunAwaited(ownReads, 0)) / 2;
  expect(await measuredRunAwaited(reads, read)).toBeLessThan(read);
  expect(Buffer.compare((await reads())[0]?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  await own.close();
});

test.each([0, 1, 255])("a file of %i bytes comes back as it was", async (length) => {
  const part = bytes.subarray(3, 3 + length);
  const [row] = await database.rows<{ bytes: Uint8Array }>(
    sql`insert into kept (bytes) values (${part}) returning bytes`,
  );
  expect(row?.bytes).toEqual(new Uint8Array(part));
});
