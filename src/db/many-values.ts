import type { Placeholder, SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./connection/handle.ts";
import { asc, getTableColumns, getTableName, inArray, sql } from "./schema/orm.ts";

/** The default that Postgres inserts for a column. */
const defaultOf = (table: PgTable, column: PgColumn): SQL =>
  column.default === undefined
    ? // As Postgres names the sequence of a serial column.
      sql`nextval(${`${getTableName(table)}_${column.name}_seq`})`
    : sql`${column.default}`;

type Row = Readonly<Record<string, unknown>>;

const driverValues = (columns: readonly (readonly [string, PgColumn])[], row: Row): Row =>
  Object.fromEntries(
    columns.map(([key, column]) => {
      const value: unknown = row[key] ?? null;
      return [column.name, value === null || column.dataType === "json" ? value : column.mapToDriverValue(value)];
    }),
  );

/**
 * Makes rows, or some of their columns, a source to select from. All rows travel as one parameter, because a parameter
 * for each value costs more than the write itself.
 */
export const recordset = <Table extends PgTable>(
  table: Table,
  rows: readonly Table["$inferInsert"][],
  keys: readonly string[] = Object.keys(getTableColumns(table)),
): SQL => {
  const columns = Object.entries<PgColumn>(getTableColumns(table)).filter(([key]) => keys.includes(key));
  const json = JSON.stringify(rows.map((row) => driverValues(columns, row)));
  return sql`jsonb_populate_recordset(null::${table}, ${json}::text::jsonb)`;
};

/** Rows for an `insert … select`; a missing value becomes the column's default. */
export const rowsToInsert = <Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]): SQL => {
  const values = Object.values<PgColumn>(getTableColumns(table)).map((column) =>
    column.hasDefault
      ? sql`coalesce(${sql.identifier(column.name)}, ${defaultOf(table, column)})`
      : sql.identifier(column.name),
  );
  return sql`select ${sql.join(values, sql`, `)} from ${recordset(table, rows)}`;
};

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/**
 * Writes texts as a Postgres array, so that they are one parameter. A parameter for each costs more than finding the
 * rows.
 */
export const textsOf = (texts: readonly string[]): string => `{${texts.map(quoted).join(",")}}`;

/** A condition: the text is one of these. */
export const isOneOf = (text: SQL, texts: readonly string[]): SQL => sql`${text} = any(${textsOf(texts)}::text[])`;

/** Writes numbers as a Postgres array. */
export const numbersOf = (numbers: readonly number[]): string => `{${numbers.join(",")}}`;

/**
 * Rows of these tickets. The numbers are one parameter; a parameter for each costs more than finding the rows. A
 * placeholder gets `numbersOf` them.
 */
export const ofTickets = (number: PgColumn, numbers: readonly number[] | Placeholder): SQL =>
  sql`${number} = any(${"name" in numbers ? numbers : numbersOf(numbers)}::int[])`;

/**
 * The condition of an update that changes several rows: it is true for the rows that meet `where`, and locks them in the
 * order of their ids. Two statements that lock the same rows in different orders could wait for each other: then Postgres
 * ends one of them (40P01). `where` is checked again after a wait for a lock.
 */
export const lockedInOrder = (
  db: Pick<Database, "select">,
  table: PgTable & { readonly id: PgColumn },
  where: SQL | undefined,
): SQL => inArray(table.id, db.select({ id: table.id }).from(table).where(where).orderBy(asc(table.id)).for("update"));
