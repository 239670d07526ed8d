import type { Instant } from "../sla/instant.ts";
import type { AnyColumn, SQL } from "drizzle-orm";
import type { ListPlace } from "../tickets/list-filter.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";
import type { StoredTicket } from "../tickets/ticket.ts";
import type { Database } from "./connection/handle.ts";
import { and, count, eq, fromInstant, getTableColumns, isNull, lte, sql } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";
import { asStoredTicket } from "./ticket-row.ts";
import { isOneOf, ofTickets, textsOf } from "./many-values.ts";
import { askedFor, visibleAlternatives, type Alternative, type Visible } from "./search/visible-tickets.ts";

/** Which tickets a list shows. Every field narrows it. */
export interface TicketFilter {
  readonly open?: boolean;
  readonly resolved?: boolean;
  /** Only tickets whose number begins with these digits, or whose title contains this text. */
  readonly like?: string;
  readonly visibleTo?: Visible;
  readonly waiting?: boolean;
  /** Only tickets requested by this person with one of these identities, assigned to this key, or of one of these accounts. */
  readonly mine?: {
    readonly users: readonly UserRef[];
    readonly person: string | null;
    readonly accounts: readonly string[];
  };
  /** The same for another person, or only tickets of this account. */
  readonly person?: { readonly person: string; readonly accounts: readonly string[] };
  readonly account?: string;
  readonly severity?: Severity;
  /** Only tickets that have these values in the columns of these names. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly unassigned?: boolean;
  /** Only tickets that the technical team has now. */
  readonly tech?: boolean;
  /** Only tickets whose next due time is at or before this. */
  readonly dueBy?: Instant;
  readonly byDue: boolean;
  /** Only the tickets on one side of this one, in the order of the list. */
  readonly place?: ListPlace;
}

const columns: Readonly<Record<string, AnyColumn>> = getTableColumns(tickets);

/** Throws if no column has this name: a bug, since people name only the facts that features declare. */
const hasFact = (name: string, value: string): SQL => {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw new Error(`no column of tickets is called ${name}`);
  return eq(column, value);
};

/** The tickets of a page: those on one side of a ticket, or the ones with or without a due time that follow them. */
type Part = ListPlace | { readonly side: ListPlace["side"]; readonly only: "dated" | "undated" };

/** Comparing both columns at once lets the index start at the place. The comparison leaves out tickets without a due time. */
const isIn = (part: Part, byDue: boolean): SQL => {
  if ("only" in part) return part.only === "dated" ? sql`next_due is not null` : sql`next_due is null`;
  const { side, due, number } = part;
  const follows = (side === "after") === byDue ? sql`>` : sql`<`;
  if (!byDue) return sql`number ${follows} ${number}::int`;
  return due === null
    ? sql`next_due is null and number ${follows} ${number}::int`
    : sql`(next_due, number) ${follows} (${fromInstant(due)}::timestamptz, ${number}::int)`;
};

/** Tickets without a due time come last, so they follow those after a place, and come before those before it. */
const restOf = (place: ListPlace, byDue: boolean): Part | null => {
  if (!byDue || (place.side === "after") === (place.due === null)) return null;
  return { side: place.side, only: place.side === "after" ? "undated" : "dated" };
};

const isOfStatus = ({ open, resolved, waiting, severity, facts, unassigned, tech, dueBy, account }: TicketFilter) =>
  and(
    ...Object.entries(facts ?? {}).map(([name, value]) => hasFact(name, value)),
    // Literals instead of parameters let Postgres see which partial indexes apply.
    waiting === true ? sql`${tickets.status} = 'waiting'` : undefined,
    account === undefined ? undefined : eq(tickets.account, account),
    severity === undefined
      ? undefined
      : and(sql`coalesce(confirmed_severity, claimed_severity) = ${severity}`, eq(tickets.kind, "problem")),
    unassigned === true ? isNull(tickets.assignee) : undefined,
    tech === true ? sql`${tickets.tech} is not null and ${tickets.tech}->>'end' is null` : undefined,
    dueBy === undefined ? undefined : lte(tickets.nextDue, dueBy),
    open === true ? sql`${tickets.status} <> 'resolved'` : undefined,
    resolved === true ? sql`${tickets.status} = 'resolved'` : undefined,
  );

/** Up to this many managed accounts are looked up one by one. With more, some ticket of the list is found soon. */
const mostManaged = 100;

/**
 * One condition for each of a few accounts, so that each is looked up in the list's order. Many accounts become one
 * condition, because hundreds of conditions take longer to plan than to run.
 */
const isOfOne = (accounts: readonly string[]): readonly SQL[] =>
  accounts.length > mostManaged
    ? [isOneOf(sql`${tickets.account}`, accounts)]
    : accounts.map((account) => eq(tickets.account, account));

const belongsTo = ({ users, person, accounts }: NonNullable<TicketFilter["mine"]>): readonly (SQL | undefined)[] => [
  ...users.map((user) => eq(tickets.requesterUser, user)),
  ...(person === null ? [] : [eq(tickets.assignee, person)]),
  ...isOfOne(accounts),
];

/**
 * The alternative conditions under which a ticket belongs to a list. Each uses its own index; a single condition with
 * "or" would read and sort every ticket of an account.
 */
const alternativesOf = ({ visibleTo, mine, person }: TicketFilter): readonly Alternative[] => {
  const seen = visibleTo === undefined ? [{ condition: undefined }] : visibleAlternatives(visibleTo);
  const own = mine === undefined ? [undefined] : belongsTo(mine);
  const theirs = person === undefined ? [undefined] : belongsTo({ users: [], ...person });
  return seen.flatMap((way) =>
    own.flatMap((other) => theirs.map((third) => ({ ...way, condition: and(way.condition, other, third) }))),
  );
};

/** The order of the list, or the reverse order for the tickets before a place. */
const orderOf = (byDue: boolean, side: ListPlace["side"] = "after"): SQL => {
  if (!byDue) return side === "after" ? sql`${tickets.number} desc` : sql`${tickets.number}`;
  return side === "after"
    ? sql`${tickets.nextDue} asc nulls last, ${tickets.number}`
    : sql`${tickets.nextDue} desc nulls first, ${tickets.number} desc`;
};

interface FirstOf {
  readonly limit: number;
  readonly columns?: SQL;
  /** Another condition, which finds few tickets. */
  readonly also?: SQL;
  /** Null: all tickets of the filter. */
  readonly part: Part | null;
}

/** The first tickets of a filter: at most `limit` for each alternative. */
const firstOf = (filter: TicketFilter, { limit, columns = sql`number`, also, part }: FirstOf): SQL => {
  const order = sql`order by ${orderOf(filter.byDue, part?.side)} limit ${limit}`;
  const isOnPage = part === null ? undefined : isIn(part, filter.byDue);
  return sql.join(
    alternativesOf(filter).map(({ condition, askedFor: accounts }) => {
      // If another condition finds few tickets, their account is checked afterwards.
      const isTheirs = accounts === undefined || also === undefined ? undefined : isOneOf(askedFor, accounts);
      const all = and(isOfStatus(filter), isOnPage, condition, isTheirs, also) ?? sql`true`;
      if (accounts === undefined || also !== undefined)
        return sql`(select ${columns} from ${tickets} where ${all} ${order})`;
      // Each account is looked up separately, because Postgres cannot estimate a condition over all of them.
      return sql`(select ${columns} from unnest(${textsOf(accounts)}::text[]) as asked_for (account)
        cross join lateral (select number, title, next_due from ${tickets}
          where ${all} and ${askedFor} = asked_for.account ${order}) as tickets ${order})`;
    }),
    sql` union `,
  );
};

/** How many tickets of a list are searched by title. More would take longer than a platform waits. */
const searchedTitles = 5_000;
/** A number is found even if up to this many digits are missing. */
const digitsLacking = 3;

/** All numbers that begin with these digits and have a few more. */
const numbersLike = (like: string): readonly number[] => {
  if (!/^[1-9]\d{0,9}$/.test(like)) return [];
  return Array.from({ length: digitsLacking + 1 }, (_, lacking) => {
    const wide = 10 ** lacking;
    return Array.from({ length: wide }, (_, n) => Number(like) * wide + n);
  })
    .flat()
    .filter((number) => number <= 2_147_483_647);
};

/** The tickets that match what a person began to type, by title or by number. */
const numbersMeant = (filter: TicketFilter, like: string, limit: number): SQL => {
  const titled = firstOf(filter, { limit: searchedTitles, part: null, columns: sql`number, title, next_due` });
  const read = sql`(select number from (${titled}) as tickets
    where tickets.number::text like ${`${/^\d{1,10}$/.test(like) ? like : "-"}%`}
      or position(lower(${like}) in lower(tickets.title)) > 0
    order by ${orderOf(filter.byDue)} limit ${limit})`;
  const numbers = numbersLike(like);
  return numbers.length === 0
    ? read
    : sql`${read} union ${firstOf(filter, { limit, part: null, also: ofTickets(tickets.number, numbers) })}`;
};

/** The tickets of one part of a page, in the order in which they were looked for. */
const readPart = async (
  db: Database,
  filter: TicketFilter,
  { part, limit, skipped }: { readonly part: Part | null; readonly limit: number; readonly skipped: number },
): Promise<readonly StoredTicket[]> => {
  const { like } = filter;
  const most = limit + skipped;
  const numbers =
    like === undefined || like === "" ? firstOf(filter, { limit: most, part }) : numbersMeant(filter, like, most);
  const rows = await db
    .select()
    .from(tickets)
    .where(sql`${tickets.number} in (${numbers})`)
    .orderBy(orderOf(filter.byDue, part?.side))
    .limit(limit)
    .offset(skipped);
  return rows.map(asStoredTicket);
};

/**
 * Returns a page of a filter's tickets, by next due time or newest first: those on one side of the filter's place, else those
 * after the first `skipped`.
 */
export const listTickets = async (
  db: Database,
  filter: TicketFilter,
  limit: number,
  skipped = 0,
): Promise<readonly StoredTicket[]> => {
  const { place = null } = filter;
  const found = await readPart(db, filter, { part: place, limit, skipped: place === null ? skipped : 0 });
  const rest = place === null || found.length === limit ? null : restOf(place, filter.byDue);
  const others =
    rest === null ? [] : await readPart(db, filter, { part: rest, limit: limit - found.length, skipped: 0 });
  const all = [...found, ...others];
  return place?.side === "before" ? all.toReversed() : all;
};

/** The numbers of a filter's newest tickets. */
export const newestListed = async (
  db: Database,
  filter: TicketFilter & { readonly byDue: false },
  limit: number,
): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: sql<number>`number` })
    .from(sql`(${firstOf(filter, { limit, part: null })}) as listed`)
    .orderBy(sql`number desc`)
    .limit(limit);
  return rows.map(({ number }) => number);
};

/** Counts a filter's tickets up to `atMost`; there may be more. */
export const countTickets = async (db: Database, filter: TicketFilter, atMost: number): Promise<number> => {
  const [row] = await db
    .select({ total: count() })
    .from(sql`(${firstOf(filter, { limit: atMost, part: null })}) as counted`);
  return Math.min(row?.total ?? 0, atMost);
};

/** Returns the numbers of all open tickets, the next due first. */
export const openTicketNumbers = async (db: Database): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(sql`${tickets.status} <> 'resolved'`)
    .orderBy(orderOf(true));
  return rows.map(({ number }) => number);
};
