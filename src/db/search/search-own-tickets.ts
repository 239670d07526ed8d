import type { SQL } from "drizzle-orm";
import type { Database } from "../connection/handle.ts";
import { ofTickets } from "../many-values.ts";
import { and, sql } from "../schema/orm.ts";
import { threadMessages } from "../schema/message-schema.ts";
import { messageWords, ticketWords } from "../schema/search-schema.ts";
import { tickets } from "../schema/schema.ts";
import { newestListed } from "../ticket-lists.ts";
import { isVisible, type Visible } from "./visible-tickets.ts";
import {
  allMatches,
  isPublicMessage,
  pageOfFound,
  queryOf,
  withinCharacters,
  type Candidates,
  type Found,
  type SearchText,
} from "./search-tickets.ts";

/** A frequent word is looked for in the titles and descriptions of so many of the customer's newest tickets. */
const newestTitles = 1_000;
/** And in the newest messages of so many, up to a number of characters: reading messages without an index takes long. */
const newestRead = { tickets: 25, messages: 20 };

/** Looks for a frequent word among the customer's own tickets instead of all that have it. */
const amongNewest = async (db: Database, visibleTo: Visible, query: SQL): Promise<readonly number[]> => {
  const own = await newestListed(db, { byDue: false, visibleTo }, newestTitles);
  const read = own.slice(0, newestRead.tickets);
  const inTitles = await db
    .select({ number: ticketWords.ticket })
    .from(ticketWords)
    .where(and(ofTickets(ticketWords.ticket, own), sql`(${ticketWords.words} || ''::tsvector) @@ ${query}`));
  // The index of all messages would be read for every ticket, so the words are written in another way than it has them.
  const inMessages = await db
    .select({ number: sql<number>`distinct written.ticket` })
    .from(
      sql`${withinCharacters(sql`select newest.* from ${tickets} cross join lateral (select * from ${threadMessages}
          where ticket = ${tickets.number} and deleted_at is null and ${isPublicMessage}
          order by position desc limit ${newestRead.messages}) as newest
        where ${ofTickets(tickets.number, read)}`)} as written`,
    )
    .where(sql`(${messageWords} || ''::tsvector) @@ ${query}`);
  return [...new Set([...inTitles, ...inMessages].map(({ number }) => number))];
};

const candidates = async (db: Database, text: string, visibleTo: Visible): Promise<Candidates> => {
  const query = queryOf(text);
  if (query === null) return { numbers: [], query: null };
  const matches = await allMatches(db, { people: [], accounts: [], before: null, isPublic: true }, query);
  const numbers = "numbers" in matches ? matches.numbers : await amongNewest(db, visibleTo, query.completed.words);
  return { numbers, query: query.completed.words };
};

/**
 * Finds a customer's own tickets and those of their account, by number and by words of their title, description and of the
 * messages that customers may read. It never looks into internal notes.
 */
export const searchOwnTickets = (
  db: Database,
  search: SearchText & { readonly visibleTo: Visible },
  limit: number,
): Promise<Found> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const found = await candidates(tx, search.text, search.visibleTo);
    return pageOfFound(tx, { ...found, where: isVisible(search.visibleTo), search }, limit);
  });
