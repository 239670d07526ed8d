import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { sql } from "../../../src/db/schema/orm.ts";

/** What every table holds, as a digest each, but for some tables. Two that are equal show that nothing was written between them. */
export const contentsOf = async (
  database: DatabaseHandle,
  without: readonly string[] = [],
): Promise<readonly string[]> => {
  const tables = await database.rows<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    if (without.includes(name)) continue;
    const [row] = await database.rows<{ all: string }>(
      sql`select coalesce(md5(string_agg(each::text, ' ' order by each::text)), '') as all from ${sql.identifier(name)} as each`,
    );
    found.push(`${name} ${row?.all}`);
  }
  return found;
};
