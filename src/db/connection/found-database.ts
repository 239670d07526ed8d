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

/**
 * Finds out what a database holds. It reads system tables and one row, and writes nothing. It reads `pg_class`, because
 * `information_schema` hides the tables that this user has no rights on. Rejects if this user may not read the desk.
 */
export const findOut = async (db: Pick<Database, "select">): Promise<FoundDatabase> => {
  const tables = await db
    .select({ name: sql<string>`relname` })
    .from(sql`pg_catalog.pg_class join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace`)
    .where(
      sql`relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_(toast|temp)'`,
    );
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
