import type { Database } from "../connection/handle.ts";
import { ofTickets } from "../many-values.ts";
import { sql } from "../schema/orm.ts";
import { threadMessages } from "../schema/message-schema.ts";
import { tickets } from "../schema/schema.ts";
import { isPublicMessage } from "./search-tickets.ts";

/** How many messages of a ticket are read for an excerpt, and how many characters of each. */
const mostMessages = 20;
const mostCharacters = 1_000;

/**
 * The newest messages of these tickets, for an excerpt around a word that was looked for. `isPublic`: only those that customers
 * may read.
 */
export const newestTexts = async (
  db: Database,
  numbers: readonly number[],
  isPublic: boolean,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({ number: sql<number>`newest.ticket`, text: sql<string>`newest.text` })
    .from(
      sql`${tickets} cross join lateral (select ticket, left(text, ${mostCharacters}) as text from ${threadMessages}
        where ticket = ${tickets.number} and deleted_at is null and ${isPublic ? isPublicMessage : sql`true`}
        order by position desc limit ${mostMessages}) as newest`,
    )
    .where(ofTickets(tickets.number, numbers));
  const texts = Map.groupBy(rows, ({ number }) => number);
  return new Map([...texts].map(([number, found]) => [number, found.map(({ text }) => text)]));
};
