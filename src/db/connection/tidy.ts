import type { DatabaseHandle } from "./handle.ts";
import { sql } from "../schema/orm.ts";

/** Which maintenance a table of the embedded database needs. */
export interface UnvacuumedTable {
  readonly table: string;
  /** Many rows were changed or deleted. Their old versions take up space until a vacuum. */
  readonly vacuum: boolean;
  /** So many rows changed that the planner's statistics are out of date. */
  readonly analyze: boolean;
}

/** The thresholds of Postgres' autovacuum (`autovacuum_vacuum_scale_factor` and the like). */
const tables = sql`
  select stat.relname as "table",
    stat.n_dead_tup > 50 + 0.2 * greatest(class.reltuples, 0) as vacuum,
    class.reltuples < 0 or stat.n_mod_since_analyze > 50 + 0.1 * class.reltuples as analyze
  from pg_stat_user_tables stat join pg_class class on class.oid = stat.relid
  where stat.schemaname = 'public' order by stat.relname`;

/**
 * Returns every table of the embedded database with what it needs. PGlite counts changes since it was opened, and runs
 * no autovacuum.
 */
export const untidyTables = async (database: DatabaseHandle): Promise<readonly UnvacuumedTable[]> => {
  await database.rows(sql`select pg_stat_force_next_flush()`);
  return database.rows<UnvacuumedTable>(tables);
};

/** Vacuums and analyzes one table as needed. The embedded database answers no other statement until it is done. */
export const tidyTable = async (
  database: DatabaseHandle,
  { table, vacuum, analyze }: UnvacuumedTable,
): Promise<void> => {
  if (vacuum) await database.rows(sql`vacuum ${sql.identifier(table)}`);
  if (analyze) await database.rows(sql`analyze ${sql.identifier(table)}`);
};
