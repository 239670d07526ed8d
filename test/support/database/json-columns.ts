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

/** What the rows hold that reading them again would lose, or that cannot be read. It names the columns. */
export const lostByReading = async ({ rows }: DatabaseHandle): Promise<readonly string[]> => {
  const lost: string[] = [];
  for (const { table, column } of jsonColumns(await schemaTables())) {
    const codec = codecOf(table, column);
    // A finished row of the inbox keeps no text, so it is not whole.
    const whole = table === "inbox" ? "and done_at is null" : "";
    const found = await rows<{ stored: StoredJson<unknown> }>(
      sql.raw(`select "${column}" as stored from "${table}" where "${column}" is not null ${whole}`),
    );
    for (const { stored } of found)
      try {
        const again: unknown = JSON.parse(JSON.stringify(codec?.write(codec.read(stored) as never)));
        if (!isDeepStrictEqual(withoutVersion(again as object), withoutVersion(stored)))
          lost.push(`${table}.${column}: ${JSON.stringify(stored)} was read as ${JSON.stringify(again)}`);
      } catch (error) {
        lost.push(`${table}.${column}: ${String(error)}`);
      }
  }
  return lost;
};

/** Throws if stored JSON cannot be read as it was written, apart from the columns that a test damaged. */
export const expectReadable = async (database: DatabaseHandle, damaged: readonly string[]): Promise<void> => {
  const lost = (await lostByReading(database)).filter(
    (each) => !damaged.some((column) => each.startsWith(`${column}:`)),
  );
  if (lost.length > 0) throw new Error(`stored JSON is not read as it was written: ${lost.join("; ")}`);
};
