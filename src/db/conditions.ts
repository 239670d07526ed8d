import type { SQL } from "drizzle-orm";
import { sql } from "./schema/orm.ts";
import type { PgColumn } from "drizzle-orm/pg-core";

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/**
 * Writes texts as a Postgres array, so that they are one parameter. A parameter for each costs more than finding the
 * rows.
 */
export const textsOf = (texts: readonly string[]): string => `{${texts.map(quoted).join(",")}}`;

/** A condition: the text is one of these. */
export const isOneOf = (text: SQL, texts: readonly string[]): SQL => sql`${text} = any(${textsOf(texts)}::text[])`;

/** Rows of these tickets. The numbers are one parameter; a parameter for each costs more than finding the rows. */
export const ofTickets = (number: PgColumn, numbers: readonly number[]): SQL =>
  sql`${number} = any(${`{${numbers.join(",")}}`}::int[])`;
