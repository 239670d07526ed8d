import type { SQL } from "drizzle-orm";
import { sql } from "./schema/orm.ts";

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** Texts as Postgres writes an array of them: one parameter, for one for each of many costs more than finding the rows does. */
export const textsOf = (texts: readonly string[]): string => `{${texts.map(quoted).join(",")}}`;

/** A text is one of these. */
export const isOneOf = (text: SQL, texts: readonly string[]): SQL => sql`${text} = any(${textsOf(texts)}::text[])`;
