import { expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { tidyTable, untidyTables } from "../../src/db/connection/tidy.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";

test("the embedded database vacuums a table once a fifth of its rows changed, and then stops", async () => {
  const database = await freshEmbedded();
  const needs = async () => (await untidyTables(database)).find(({ table }) => table === "requests");
  await database.rows(sql`create table requests_like (n int)`);
  const like = async () => (await untidyTables(database)).find(({ table }) => table === "requests_like");
  await database.rows(sql`insert into requests_like select generate_series(1, 1000)`);
  expect(await like()).toMatchObject({ vacuum: false, analyze: true });
  await database.rows(sql`update requests_like set n = n + 1`);
  const untidy = await like();
  expect(untidy).toMatchObject({ vacuum: true, analyze: true });
  if (untidy !== undefined) await tidyTable(database, untidy);
  expect(await like()).toMatchObject({ vacuum: false, analyze: false });
  expect(await needs()).toBeDefined();
  await database.close();
});
