import type { Instant } from "../../sla/instant.ts";
import type { DatabaseHandle } from "./handle.ts";
import { sql } from "../schema/orm.ts";

/** Returns the time of the database's clock. */
export const serverTime = async ({ rows }: Pick<DatabaseHandle, "rows">): Promise<Instant> => {
  const [row] = await rows<{ now: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now`,
  );
  return Number(row?.now);
};
