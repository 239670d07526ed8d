import type { SQL } from "drizzle-orm";
import { ticketNumber, type StoredTicket } from "../../tickets/ticket.ts";
import type { Database } from "../connection/handle.ts";
import { ofTickets, textsOf } from "../many-values.ts";
import { and, desc, eq, sql } from "../schema/orm.ts";
import { messageWords, small, ticketsOfMark, ticketWords, withoutAccents } from "../schema/search-schema.ts";
import { threadMessages } from "../schema/message-schema.ts";
import { tickets } from "../schema/schema.ts";
import { asStoredTicket } from "../ticket-row.ts";
import { behind, rankBy, type SearchPlace } from "./search-place.ts";

/** What a person looks for. */
export interface SearchText {
  /** What they typed. "Quoted words" must stand together; the last word may be incomplete. */
  readonly text: string;
  /** The last ticket of the page before; null: from the best match on. */
  readonly after: SearchPlace | null;
}

/** What a member of the staff looks for. It finds internal notes too, so it must not serve customers. */
export interface TicketSearch extends SearchText {
  /** Keys of people whom they named: tickets assigned to them are found as well. */
  readonly people: readonly string[];
  /** Keys of accounts that they named. */
  readonly accounts: readonly string[];
  /** A further condition on the row of the ticket. */
  readonly where?: SQL;
}

export interface Found {
  /**
   * The ticket whose number was typed first, then those whose title and description match best, then the newest. Of a frequent
   * word the newest first.
   */
  readonly tickets: readonly StoredTicket[];
  /** Where the next page begins; null if this is the last. */
  readonly next: SearchPlace | null;
}

const longestText = 200;
const mostWords = 12;
/** So many matches are sorted. A word with more matches is looked for among the newest tickets only. */
const sorted = 1_000;
/** How many marks of the newest tickets are searched for a frequent word, one after the other until a page is full. */
const markSpans = [2, 16, 128] as const;
/** A word of fewer letters is not completed: it begins too many others. */
const shortestBeginning = 3;

/**
 * A minus would ask for all tickets without a word, which no index can find. Postgres takes one for that wherever a word may
 * begin, so a minus stays only inside a word and in "x=-5".
 */
const cleaned = (text: string): string =>
  text
    .slice(0, longestText)
    .replaceAll(/[\0\\]/g, " ")
    .replaceAll(/(?<![\p{L}\p{N}=])-/gu, " ")
    .trim()
    .split(/\s+/)
    .slice(0, mostWords)
    .join(" ");

/** What an index is asked for. */
interface Wanted {
  readonly words: SQL;
  /**
   * Whether some words must stand together, as quoted words and the parts of an address do. An index knows no places of words,
   * so the texts that have all of them are read.
   */
  readonly isPhrase: boolean;
}

/** The query for a text: as written, and by the stems of each language. */
export interface SearchQuery {
  /** Finds words that begin with the last one, too. */
  readonly completed: Wanted;
  /** Finds only the words as they were typed. An index answers it sooner. */
  readonly whole: Wanted;
}

/** Null if nothing can be searched. */
export const queryOf = (text: string): SearchQuery | null => {
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
  const isPhrase = /[^\p{L}\p{N}\s]/u.test(clean);
  const oneOf = (queries: readonly SQL[]): Wanted => ({ words: sql`(${sql.join([...queries], sql` || `)})`, isPhrase });
  return { completed: oneOf([written, ...begun, ...stems]), whole: oneOf([written, ...stems]) };
};

/** The same words, wherever they stand. A tsquery writes `<->` or `<2>` between words that must stand together. */
const anywhere = ({ words }: Wanted): Wanted => ({
  words: sql`regexp_replace((${words})::text, '<(-|[0-9]+)>', '&', 'g')::tsquery`,
  isPhrase: false,
});

/** The marks of so many groups of tickets up to this number. */
const marked = (upTo: number, span: number): SQL => {
  const newest = Math.floor(upTo / ticketsOfMark);
  const marks = Array.from({ length: Math.min(span, newest + 1) }, (_, back) => `'#${newest - back}'`);
  return sql`${marks.join(" | ")}::tsquery`;
};

/** What is looked for in one statement. `isPublic`: only in messages that customers may read. */
interface Sought {
  readonly people: readonly string[];
  readonly accounts: readonly string[];
  /** Only tickets with a lower number. */
  readonly before: number | null;
  readonly isPublic: boolean;
}

/** The messages that customers may read. A ticket may be opened from a message of the team, so that one is left out. */
export const isPublicMessage = sql`kind in ('customerWrote', 'replied')`;

/**
 * So many texts that have all words of a phrase are read to see whether they stand together. Reading a long message takes
 * milliseconds, in which the embedded database answers nothing else.
 */
const mostRead = 200;
/** So many characters of messages are split into words in one statement: a quarter of a second of the embedded database. */
const mostCharacters = 100_000;

/** The newest of these messages that have so many characters together. `messages` has these columns of a message: ticket, position, text. */
export const withinCharacters = (messages: SQL): SQL =>
  sql`(select * from (select messages.*, sum(length(text)) over (order by ticket desc, position desc) as characters
    from (${messages}) as messages) as counted where characters <= ${mostCharacters})`;

/** At most so many tickets that match. */
const matching = ({ before, people, accounts, isPublic }: Sought, wanted: Wanted | null, most: number): SQL => {
  const older = (column: SQL): SQL => (before === null ? sql`true` : sql`${column} < ${before}`);
  const ofKeys = (column: SQL, keys: readonly string[]): readonly SQL[] =>
    keys.length === 0
      ? []
      : [
          sql`(select found.number from unnest(${textsOf(keys)}::text[]) as named (key) cross join lateral
            (select number from tickets where ${column} = named.key and ${older(sql`number`)} order by number desc limit ${most}) as found)`,
        ];
  const inTexts = (each: Wanted): readonly SQL[] => {
    const { words, isPhrase } = each;
    const query = isPhrase ? anywhere(each).words : words;
    const limit = isPhrase ? mostRead : most;
    const inTickets = sql`select ticket, words from ${ticketWords}
      where words @@ ${query} and ${older(sql`ticket`)} limit ${limit}`;
    const inMessages = sql`select ticket, position, author_name, text from ${threadMessages}
      where deleted_at is null and ${messageWords} @@ ${query} and ${isPublic ? isPublicMessage : sql`true`}
        and ${older(sql`ticket`)} limit ${limit}`;
    return isPhrase
      ? [
          sql`(select ticket as number from (${inTickets}) as found where words @@ ${words})`,
          sql`(select ticket as number from ${withinCharacters(inMessages)} as found where ${messageWords} @@ ${words})`,
        ]
      : [inTickets, inMessages].map((found) => sql`(select ticket as number from (${found}) as found)`);
  };
  const parts = [
    ...(wanted === null ? [] : inTexts(wanted)),
    ...ofKeys(sql`assignee`, people),
    ...ofKeys(sql`account`, accounts),
  ];
  return parts.length === 0 ? sql`select 0 as number where false` : sql.join(parts, sql` union `);
};

const newestNumber = async (db: Database): Promise<number> => {
  const [row] = await db.select({ number: tickets.number }).from(tickets).orderBy(desc(tickets.number)).limit(1);
  return row?.number ?? 0;
};

/** The numbers that match, the newest first, up to one more than are sorted. */
const matchingNumbers = async (db: Database, sought: Sought, wanted: Wanted | null): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: sql<number>`number` })
    .from(sql`(${matching(sought, wanted, sorted + 1)}) as found`)
    .orderBy(sql`number desc`)
    .limit(sorted + 1);
  return rows.map(({ number }) => number);
};

/** With more tickets than this, Plazo first looks whether a word is frequent. */
const manyTickets = 200_000;
/** So many marks of the newest tickets are examined for that: a word of one ticket in sixteen is found to be frequent. */
const frequentSpan = 32;

const among = ({ words, isPhrase }: Wanted, upTo: number, span: number): Wanted => ({
  words: sql`((${words}) && ${marked(upTo, span)})`,
  isPhrase,
});

/** The numbers of all tickets that match, the newest first; or what is wanted, if it has more matches than are sorted. */
type Matches = { readonly numbers: readonly number[] } | { readonly frequent: Wanted | null };

/**
 * Finds all matches. Words that are frequent among the newest tickets are not looked for in all tickets, nor completed: the
 * index would read an entry for each ticket before it gives one.
 */
export const allMatches = async (db: Database, sought: Sought, query: SearchQuery | null): Promise<Matches> => {
  const anyone = { ...sought, people: [], accounts: [] };
  const newest = query === null ? 0 : await newestNumber(db);
  if (query !== null && newest > manyTickets) {
    const inNewest = await matchingNumbers(db, anyone, among(anywhere(query.whole), newest, frequentSpan));
    if (inNewest.length > sorted) return { frequent: query.whole };
  }
  const completed = query?.completed ?? null;
  if (completed?.isPhrase === true) {
    const withWords = await matchingNumbers(db, anyone, anywhere(completed));
    if (withWords.length > mostRead) return { frequent: completed };
  }
  const numbers = await matchingNumbers(db, sought, completed);
  return numbers.length > sorted ? { frequent: completed } : { numbers };
};

/** Numbers to sort, and by which query; null: the newest first. */
export interface Candidates {
  readonly numbers: readonly number[];
  readonly query: SQL | null;
}

/** All matches, or for a frequent word those among the newest tickets. */
const candidates = async (
  db: Database,
  { text, people, accounts, after }: TicketSearch,
  limit: number,
): Promise<Candidates> => {
  const query = queryOf(text);
  const sought = { people, accounts, before: null, isPublic: false };
  const matches = await allMatches(db, sought, query);
  if ("numbers" in matches) return { numbers: matches.numbers, query: query?.completed.words ?? null };
  const { frequent } = matches;
  const older = { ...sought, before: after?.number ?? null };
  if (frequent === null) return { numbers: await matchingNumbers(db, older, null), query: null };
  const upTo = older.before === null ? await newestNumber(db) : older.before - 1;
  let newest: readonly number[] = [];
  for (const span of markSpans) {
    newest = await matchingNumbers(db, older, among(frequent, upTo, span));
    if (newest.length > limit) break;
  }
  return { numbers: newest.length > 0 ? newest : await matchingNumbers(db, older, frequent), query: null };
};

interface PageOfFound extends Candidates {
  readonly where: SQL | undefined;
  readonly search: SearchText;
}

/** One page of candidates under a condition, and before them the ticket whose number was typed. */
export const pageOfFound = async (
  db: Database,
  { numbers, query, where, search: { text, after } }: PageOfFound,
  limit: number,
): Promise<Found> => {
  const named = ticketNumber(text.trim());
  const ranked = await db
    .select({ number: tickets.number, rank: rankBy(query) })
    .from(tickets)
    .leftJoin(ticketWords, eq(ticketWords.ticket, tickets.number))
    .where(and(ofTickets(tickets.number, numbers), where));
  const page = behind(
    ranked.filter(({ number }) => number !== named),
    after,
  ).slice(0, limit + 1);
  const shown = page.slice(0, limit);
  const wanted = [...(named === null || after !== null ? [] : [named]), ...shown.map(({ number }) => number)];
  const rows = await db
    .select()
    .from(tickets)
    .where(and(ofTickets(tickets.number, wanted), where));
  const found = rows
    .map(asStoredTicket)
    .toSorted((one, other) => wanted.indexOf(one.number) - wanted.indexOf(other.number));
  return { tickets: found, next: page.length > limit ? (shown.at(-1) ?? null) : null };
};

/**
 * Finds tickets by number, by words of their title, description and messages, and by person. Deleted messages are not found.
 * Postgres may expect many matches where there are few, and would then read the whole table to find them, so this is
 * forbidden here.
 */
export const searchTickets = (db: Database, search: TicketSearch, limit: number): Promise<Found> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const found = await candidates(tx, search, limit);
    return pageOfFound(tx, { ...found, where: search.where, search }, limit);
  });
