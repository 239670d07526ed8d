import type { SQL } from "drizzle-orm";
import { sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";
import { ticketWords, withoutAccents } from "../schema/search-schema.ts";

/** How well a ticket matches, and its number. */
export interface RankedTicket {
  readonly number: number;
  /** A higher one matches better; 0 if only its messages or its people match. */
  readonly rank: number;
}

/** The last ticket of a page: the next page begins behind it. */
export type SearchPlace = RankedTicket;

/** Highest rank first, then newest. */
export const inOrder = (one: RankedTicket, other: RankedTicket): number =>
  other.rank - one.rank || other.number - one.number;

/** The tickets behind a place, in order. */
export const behind = (tickets: readonly RankedTicket[], place: SearchPlace | null): readonly RankedTicket[] => {
  const sorted = tickets.toSorted(inOrder);
  return place === null ? sorted : sorted.filter((each) => inOrder(place, each) < 0);
};

/**
 * How well the title and description match, as a whole number: two readings of the same ticket give the same one. A word of the
 * title counts more than any number of others.
 */
export const rankBy = (query: SQL | null): SQL<number> =>
  query === null
    ? sql<number>`0`
    : sql<number>`coalesce(round(ts_rank(${ticketWords.words}, ${query}) * 1000000), 0)::int
        + case when to_tsvector('simple', ${withoutAccents(sql`${tickets.title}`)}) @@ ${query} then 1000000 else 0 end`;
