import type { SQL } from "drizzle-orm";
import { ticketNumber, type StoredTicket } from "../../tickets/ticket.ts";
import type { Database } from "../connection/handle.ts";
import { ofTickets, textsOf } from "../many-values.ts";
import { and, desc, lt, sql } from "../schema/orm.ts";
import { messageWords, small, ticketsOfMark, ticketWords, withoutAccents } from "../schema/search-schema.ts";
import { threadMessages } from "../schema/message-schema.ts";
import { tickets } from "../schema/schema.ts";
import { asStoredTicket } from "../ticket-row.ts";

/** What a member of the staff looks for. It finds internal notes too, so it must not serve customers. */
export interface TicketSearch {
  /** What they typed. "Quoted words" must stand together; the last word may be incomplete. */
  readonly text: string;
  /** Keys of people whom they named: tickets assigned to them are found as well. */
  readonly people: readonly string[];
  /** Keys of accounts that they named. */
  readonly accounts: readonly string[];
  /** Only tickets with a lower number; null: from the newest on. */
  readonly before: number | null;
  /** A further condition on the row of the ticket. */
  readonly where?: SQL | undefined;
}

export interface Found {
  /** The ticket whose number was typed first, then the newest first. */
  readonly tickets: readonly StoredTicket[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

const longestText = 200;
const mostWords = 12;
/** So many matches are sorted. A word with more matches is looked for among the newest tickets only. */
const sorted = 1_000;
/** How many marks of the newest tickets are searched for a frequent word, one after the other until a page is full. */
const markSpans = [2, 16, 128] as const;
/** A word of fewer letters is not completed: it begins too many others. */
const shortestBeginning = 3;

/** A minus would ask for all tickets without a word, which no index can find. */
const cleaned = (text: string): string =>
  text
    .slice(0, longestText)
    .replaceAll(/[\0\\]/g, " ")
    .replaceAll(/(^|\s)-+/g, "$1")
    .trim()
    .split(/\s+/)
    .slice(0, mostWords)
    .join(" ");

/** The query for a text: as written, and by the stems of each language. Null if nothing can be searched. */
const queryOf = (text: string): SQL | null => {
  const clean = cleaned(text);
  if (!/[\p{L}\p{N}]/u.test(clean)) return null;
  const written = sql`websearch_to_tsquery('simple', ${withoutAccents(sql`${clean}::text`)})`;
  const last = /(?:^|\s)([\p{L}\p{N}]+)$/u.exec(clean)?.[1] ?? "";
  const begun =
    last.length < shortestBeginning || clean.includes('"')
      ? []
      : [
          sql`(websearch_to_tsquery('simple', ${withoutAccents(sql`${clean.slice(0, -last.length)}::text`)})
            && to_tsquery('simple', ${withoutAccents(sql`${last}::text`)} || ':*'))`,
        ];
  const typed = small(sql`${clean}::text`);
  const stems = [
    sql`websearch_to_tsquery('english', ${typed})`,
    sql`websearch_to_tsquery('spanish', ${typed})`,
    sql`websearch_to_tsquery('portuguese', ${typed})`,
  ];
  return sql`(${sql.join([written, ...begun, ...stems], sql` || `)})`;
};

/** The marks of so many groups of tickets up to this number. */
const marked = (upTo: number, span: number): SQL => {
  const newest = Math.floor(upTo / ticketsOfMark);
  const marks = Array.from({ length: Math.min(span, newest + 1) }, (_, back) => `'#${newest - back}'`);
  return sql`${marks.join(" | ")}::tsquery`;
};

/** At most so many tickets that match. */
const matching = ({ before, people, accounts }: TicketSearch, query: SQL | null, most: number): SQL => {
  const older = (column: SQL): SQL => (before === null ? sql`true` : sql`${column} < ${before}`);
  const ofKeys = (column: SQL, keys: readonly string[]): readonly SQL[] =>
    keys.length === 0
      ? []
      : [
          sql`(select found.number from unnest(${textsOf(keys)}::text[]) as named (key) cross join lateral
            (select number from tickets where ${column} = named.key and ${older(sql`number`)} order by number desc limit ${most}) as found)`,
        ];
  const inTexts =
    query === null
      ? []
      : [
          sql`(select ticket as number from ${ticketWords} where words @@ ${query} and ${older(sql`ticket`)} limit ${most})`,
          sql`(select ticket as number from ${threadMessages}
            where deleted_at is null and ${messageWords} @@ ${query} and ${older(sql`ticket`)} limit ${most})`,
        ];
  const parts = [...inTexts, ...ofKeys(sql`assignee`, people), ...ofKeys(sql`account`, accounts)];
  return parts.length === 0 ? sql`select 0 as number where false` : sql.join(parts, sql` union `);
};

const newestNumber = async (db: Database): Promise<number> => {
  const [row] = await db.select({ number: tickets.number }).from(tickets).orderBy(desc(tickets.number)).limit(1);
  return row?.number ?? 0;
};

/** The numbers that match, the newest first, up to one more than are sorted. */
const numbersOf = async (db: Database, search: TicketSearch, query: SQL | null): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: sql<number>`number` })
    .from(sql`(${matching(search, query, sorted + 1)}) as found`)
    .orderBy(sql`number desc`)
    .limit(sorted + 1);
  return rows.map(({ number }) => number);
};

/** All matches, or for a frequent word those among the newest tickets. */
const candidates = async (db: Database, search: TicketSearch, limit: number): Promise<readonly number[]> => {
  const query = queryOf(search.text);
  const all = await numbersOf(db, search, query);
  if (all.length <= sorted || query === null) return all;
  const upTo = search.before === null ? await newestNumber(db) : search.before - 1;
  let newest: readonly number[] = all;
  for (const span of markSpans) {
    newest = await numbersOf(db, search, sql`((${query}) && ${marked(upTo, span)})`);
    if (newest.length > limit) return newest;
  }
  return newest.length > 0 ? newest : all;
};

const ticketsAmong = async (
  db: Database,
  numbers: readonly number[],
  { where, before }: TicketSearch,
  limit: number,
): Promise<readonly StoredTicket[]> => {
  const older = before === null ? undefined : lt(tickets.number, before);
  const rows = await db
    .select()
    .from(tickets)
    .where(and(ofTickets(tickets.number, numbers), older, where))
    .orderBy(desc(tickets.number))
    .limit(limit);
  return rows.map(asStoredTicket);
};

/**
 * Finds tickets by number, by words of their title, description and messages, and by person. Deleted messages are not found.
 * Postgres may expect many matches where there are few, and would then read the whole table to find them, so this is
 * forbidden here.
 */
export const searchTickets = (db: Database, search: TicketSearch, limit: number): Promise<Found> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const numbers = await candidates(tx, search, limit);
    const page = await ticketsAmong(tx, numbers, search, limit + 1);
    const named = search.before === null ? ticketNumber(search.text.trim()) : null;
    const first = named === null ? [] : await ticketsAmong(tx, [named], search, 1);
    const rest = page.slice(0, limit).filter(({ number }) => number !== named);
    return { tickets: [...first, ...rest], more: page.length > limit };
  });
