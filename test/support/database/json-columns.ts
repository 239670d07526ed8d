import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { codecOf } from "../../../src/db/schema/stored-json.ts";
import { getTableColumns, getTableName, sql } from "../../../src/db/schema/orm.ts";
import type { StoredJson } from "../../../src/stored/versioned-json.ts";

const schemaFolder = join(import.meta.dirname, "../../../src/db/schema");

type Table = Parameters<typeof getTableColumns>[0];

const isTable = (value: unknown): value is Table =>
  typeof value === "object" && value !== null && "enableRLS" in value && "getSQL" in value;

/** All tables that the schema declares. */
export const schemaTables = async (): Promise<readonly Table[]> => {
  const files = readdirSync(schemaFolder).filter((each) => each.endsWith("schema.ts"));
  const modules = await Promise.all(files.map((each) => import(join(schemaFolder, each)) as Promise<object>));
  return modules.flatMap((each) => Object.values(each) as unknown[]).filter(isTable);
};

/** The JSON columns of these tables. */
export const jsonColumns = (all: readonly Table[]) =>
  all.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => column.getSQLType().startsWith("json"))
      .map((column) => ({ table: getTableName(table), column: column.name })),
  );

/** An object without the version that wrote it. */
const withoutVersion = (stored: object): object => {
  const { v: _, ...rest } = stored as { readonly v?: unknown };
  return rest;
};

/**
 * One statement that reads every JSON column: a statement for each column would cost a third of what a short story costs.
 * Only the first call builds it. It has a value, so the driver gives it a name, and Postgres keeps its plan.
 */
const allStored = (async () => {
  const columns = jsonColumns(await schemaTables());
  const selects = columns.map(({ table, column }, index) => {
    // A finished row of the inbox keeps no text, so it is not whole.
    const whole = table === "inbox" ? "and done_at is null" : "";
    return `select ${index} as index, "${column}" as stored from "${table}" where "${column}" is not null ${whole}`;
  });
  return {
    columns,
    query: sql`select * from (${sql.raw(selects.join(" union all "))}) as "all" where ${true}::boolean`,
  };
})();

/** What the rows hold that reading them again would lose, or that cannot be read. It names the columns. */
export const lostByReading = async ({ rows }: DatabaseHandle): Promise<readonly string[]> => {
  const { columns, query } = await allStored;
  const found = await rows<{ index: number; stored: StoredJson<unknown> }>(query);
  return found.flatMap(({ index, stored }) => {
    const { table = "", column = "" } = columns[index] ?? {};
    const codec = codecOf(table, column);
    try {
      const again: unknown = JSON.parse(JSON.stringify(codec?.write(codec.read(stored) as never)));
      return isDeepStrictEqual(withoutVersion(again as object), withoutVersion(stored))
        ? []
        : [`${table}.${column}: ${JSON.stringify(stored)} was read as ${JSON.stringify(again)}`];
    } catch (error) {
      return [`${table}.${column}: ${String(error)}`];
    }
  });
};

/** Throws if stored JSON cannot be read as it was written, apart from the columns that a test damaged. */
export const expectReadable = async (database: DatabaseHandle, damaged: readonly string[]): Promise<void> => {
  const lost = (await lostByReading(database)).filter(
    (each) => !damaged.some((column) => each.startsWith(`${column}:`)),
  );
  if (lost.length > 0) throw new Error(`stored JSON is not read as it was written: ${lost.join("; ")}`);
};
