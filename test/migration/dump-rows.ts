import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";

/** The tables of Plazo with their columns, in the order of their names. */
export const tablesOf = async ({ rows }: DatabaseHandle): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = await rows<{ table: string; column: string }>(
    sql`select c.table_name as "table", c.column_name as "column" from information_schema.columns c
      where c.table_schema = 'public' order by c.table_name, c.ordinal_position`,
  );
  const tables = new Map<string, string[]>();
  for (const { table, column } of found) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
};

/** SQL that puts every row of a database, and the state of every sequence, into another of the same schema. */
export const dumpRows = async (database: DatabaseHandle): Promise<string> => {
  const { rows, db } = database;
  await db.execute(sql`set timezone = 'UTC'`);
  const lines = [
    "-- Written by `npm run migrations:record`. Foreign keys wait until all rows are there.",
    "set session_replication_role = replica;",
  ];
  for (const [table, columns] of await tablesOf(database)) {
    const names = columns.map((each) => `"${each}"`).join(", ");
    const values = columns.map((each) => `coalesce(quote_literal("${each}"::text), 'null')`).join(` || ', ' || `);
    const found = await rows<{ line: string }>(sql.raw(`select ${values} as line from "${table}" order by ctid`));
    for (const { line } of found) lines.push(`insert into "${table}" (${names}) values (${line});`);
  }
  const sequences = await rows<{ name: string; last: string | null }>(
    sql`select quote_ident(sequencename) as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`,
  );
  for (const { name, last } of sequences) if (last !== null) lines.push(`select setval('${name}', ${last});`);
  lines.push("set session_replication_role = origin;", "");
  return lines.join("\n");
};
