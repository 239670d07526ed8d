import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { getTableColumns, getTableName, sql } from "./orm.ts";

/** What is stored where a row does not say. */
const otherwise = (table: PgTable, column: PgColumn): SQL =>
  column.default === undefined
    ? sql`nextval(pg_get_serial_sequence(${getTableName(table)}, ${column.name}))`
    : sql`${column.default}`;

/**
 * Rows for an `insert … select`, as one parameter: making a parameter of each value of many rows costs more than inserting
 * them does.
 */
export const manyRows = <Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]): SQL => {
  const columns = Object.entries<PgColumn>(getTableColumns(table));
  const stored = rows.map((row) =>
    Object.fromEntries(
      columns.map(([key, column]) => {
        const value: unknown = (row as Readonly<Record<string, unknown>>)[key] ?? null;
        return [column.name, value === null || column.dataType === "json" ? value : column.mapToDriverValue(value)];
      }),
    ),
  );
  const values = columns.map(([, column]) =>
    column.hasDefault
      ? sql`coalesce(${sql.identifier(column.name)}, ${otherwise(table, column)})`
      : sql.identifier(column.name),
  );
  return sql`select ${sql.join(values, sql`, `)} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(stored)}::text::jsonb)`;
};
