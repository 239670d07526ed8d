import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { sql } from "./schema/orm.ts";

/** Rows of these tickets. All the numbers are one parameter: one for each of many costs more than finding the rows does. */
export const ofTickets = (number: PgColumn, numbers: readonly number[]): SQL =>
  sql`${number} = any(${`{${numbers.join(",")}}`}::int[])`;
