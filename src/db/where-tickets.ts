import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { sql } from "./schema/orm.ts";

/** Rows of these tickets. The numbers are one parameter; a parameter for each costs more than finding the rows. */
export const ofTickets = (number: PgColumn, numbers: readonly number[]): SQL =>
  sql`${number} = any(${`{${numbers.join(",")}}`}::int[])`;
