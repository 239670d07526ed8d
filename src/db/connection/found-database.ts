import { deskDocumentJson, formerDeskJson } from "../../stored/desk-json.ts";
import type { StoredJson } from "../../stored/versioned-json.ts";
import { sql } from "../schema/orm.ts";
import type { Database } from "./handle.ts";

/** What a database holds before Plazo changes anything in it. */
export interface FoundDatabase {
  /** `other`: tables, but none of Plazo. */
  readonly holds: "nothing" | "plazo" | "other";
  /** The desk in force; null if there is none. */
  readonly desk: { readonly document: object; readonly former: object | null } | null;
}

/** Looks at a database before its tables are made or changed. A throw refuses it: then nothing was written. */
export type BeforeMigration = (found: FoundDatabase) => void;

/** Finds out what a database holds. It reads system tables and one row, and writes nothing. */
export const findOut = async (db: Pick<Database, "select">): Promise<FoundDatabase> => {
  const tables = await db
    .select({ name: sql<string>`table_name` })
    .from(sql`information_schema.tables`)
    .where(sql`table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
  if (tables.length === 0) return { holds: "nothing", desk: null };
  const names = new Set(tables.map(({ name }) => name));
  if (!names.has("__drizzle_migrations") || !names.has("desk_versions")) return { holds: "other", desk: null };
  const [desk] = await db
    .select({ document: sql<StoredJson<object>>`document`, former: sql<StoredJson<object> | null>`former` })
    .from(sql`desk_versions`)
    .orderBy(sql`version desc`)
    .limit(1);
  return {
    holds: "plazo",
    desk:
      desk === undefined
        ? null
        : { document: deskDocumentJson.read(desk.document), former: formerDeskJson.read(desk.former) },
  };
};
