import type { Instant } from "../sla/instant.ts";
import type { SQL } from "drizzle-orm";
import type { UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./connection/handle.ts";
import { isOneOf, textsOf } from "./is-one-of.ts";
import { ofTickets } from "./where-tickets.ts";
import { and, count, eq, isNull, lte, sql } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";
import { asTicket } from "./ticket-store.ts";

/** Which tickets a list shows; every field narrows it. */
export interface TicketFilter {
  readonly open?: boolean;
  readonly resolved?: boolean;
  /** Only tickets whose number begins with this (digits), or whose title contains it. */
  readonly like?: string;
  /** Only tickets of this account, or asked for by this person, for one of the accounts `askedFor` or none. */
  readonly visibleTo?: {
    readonly account: string | null;
    readonly user: UserRef;
    readonly askedFor: readonly string[];
  };
  readonly waiting?: boolean;
  /** Only tickets asked for by this person, assigned to this key, or of one of these accounts. */
  readonly mine?: {
    readonly user: UserRef | null;
    readonly person: string | null;
    readonly accounts: readonly string[];
  };
  /** The same for another person, or only tickets of this account. */
  readonly person?: { readonly person: string; readonly accounts: readonly string[] };
  readonly account?: string;
  readonly severity?: Severity;
  readonly unassigned?: boolean;
  /** Only tickets that the technical team has now. */
  readonly tech?: boolean;
  /** Only tickets that are due by then, or were. */
  readonly dueBy?: Instant;
  readonly byDue: boolean;
}

/** The account for which a ticket was asked, written as the index writes it; empty where there was none. */
const askedFor = sql`coalesce(${tickets.requesterAccount}, ${tickets.account}, '')`;

const isOfStatus = ({ open, resolved, waiting, severity, unassigned, tech, dueBy, account }: TicketFilter) =>
  and(
    // Written out, and not as parameters: so Postgres sees at once which partial indexes will do.
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

/** A person manages at most so many accounts that are looked up apart. More of them have so many tickets that a list finds some soon. */
const mostManaged = 100;
/** Of the accounts that a requester may have asked for, which are all of the desk's where they have none: hardly any has tickets of theirs. */
const mostAskedFor = 3;

/**
 * One condition for each account of a few, so that each is looked up in the order of the list. Of many it is one condition: a
 * statement of hundreds takes longer to plan than to run.
 */
const isOfOne = (accounts: readonly string[]): readonly SQL[] =>
  accounts.length > mostManaged
    ? [isOneOf(sql`${tickets.account}`, accounts)]
    : accounts.map((account) => eq(tickets.account, account));

const belongsTo = ({ user, person, accounts }: NonNullable<TicketFilter["mine"]>): readonly (SQL | undefined)[] => [
  ...(user === null ? [] : [eq(tickets.requesterUser, user)]),
  ...(person === null ? [] : [eq(tickets.assignee, person)]),
  ...isOfOne(accounts),
];

/** What the tickets' own account would find already is left out: nearly all that an account's requester ever asked for. */
const isAnothers = sql`${tickets.requesterAccount} is not null
  and ${tickets.account} is distinct from ${tickets.requesterAccount}`;

/** One way in which a ticket may belong to a list: it does where the condition holds, and it was asked for one of these accounts. */
interface Way {
  readonly condition: SQL | undefined;
  /** Undefined where that does not matter. */
  readonly askedFor?: readonly string[];
}

const visibleWays = ({ account, user, askedFor: accounts }: NonNullable<TicketFilter["visibleTo"]>): readonly Way[] => {
  const condition = eq(tickets.requesterUser, user);
  const others = [...new Set(["", ...accounts])].filter((each) => each !== account);
  const ways: readonly Way[] =
    others.length > mostAskedFor
      ? [{ condition, askedFor: others }]
      : others.map((each) => ({ condition: and(condition, sql`${askedFor} = ${each}`) }));
  if (account === null) return ways;
  const own = accounts.includes(account)
    ? [{ condition: and(condition, sql`${askedFor} = ${account}`, isAnothers) }]
    : [];
  return [{ condition: eq(tickets.account, account) }, ...own, ...ways];
};

/**
 * The ways in which a ticket may belong to a list: it does where one of them holds. Each is looked up by its own index, for one
 * condition with "or" would read every ticket of an account and sort them.
 */
const waysIn = ({ visibleTo, mine, person }: TicketFilter): readonly Way[] => {
  const seen = visibleTo === undefined ? [{ condition: undefined }] : visibleWays(visibleTo);
  const own = mine === undefined ? [undefined] : belongsTo(mine);
  const theirs = person === undefined ? [undefined] : belongsTo({ user: null, ...person });
  return seen.flatMap((way) =>
    own.flatMap((other) => theirs.map((third) => ({ ...way, condition: and(way.condition, other, third) }))),
  );
};

const orderOf = ({ byDue }: TicketFilter): SQL =>
  byDue ? sql`${tickets.nextDue} asc nulls last, ${tickets.number}` : sql`${tickets.number} desc`;

/** The first tickets of a filter, those of each way by themselves: at most `limit` of each. */
const firstOf = (filter: TicketFilter, limit: number, columns: SQL = sql`number`, also?: SQL): SQL => {
  const order = sql`order by ${orderOf(filter)} limit ${limit}`;
  return sql.join(
    waysIn(filter).map(({ condition, askedFor: accounts }) => {
      // Few tickets are looked at whatever their account where something else finds them.
      const isTheirs = accounts === undefined || also === undefined ? undefined : isOneOf(askedFor, accounts);
      const all = and(isOfStatus(filter), condition, isTheirs, also) ?? sql`true`;
      if (accounts === undefined || also !== undefined)
        return sql`(select ${columns} from ${tickets} where ${all} ${order})`;
      // Each account is looked up by itself: of a condition for all of them Postgres does not know how many tickets it leaves.
      return sql`(select ${columns} from unnest(${textsOf(accounts)}::text[]) as asked_for (account)
        cross join lateral (select number, title, next_due from ${tickets}
          where ${all} and ${askedFor} = asked_for.account ${order}) as tickets ${order})`;
    }),
    sql` union `,
  );
};

/** Among so many tickets, the first of the list, titles are searched: more would take longer than a platform waits. */
const searchedTitles = 5_000;
/** A number may lack so many digits and is still found: all the numbers that begin alike are looked up. */
const digitsLacking = 3;

/** Every number that begins with these digits and lacks few. */
const numbersLike = (like: string): readonly number[] => {
  if (!/^[1-9]\d{0,9}$/.test(like)) return [];
  return Array.from({ length: digitsLacking + 1 }, (_, lacking) => {
    const wide = 10 ** lacking;
    return Array.from({ length: wide }, (_, n) => Number(like) * wide + n);
  })
    .flat()
    .filter((number) => number <= 2_147_483_647);
};

/** The tickets that may be meant by what somebody began to type: of the first titles of the list, and of the numbers. */
const numbersMeant = (filter: TicketFilter, like: string, limit: number): SQL => {
  const read = sql`(select number from (${firstOf(filter, searchedTitles, sql`number, title, next_due`)}) as tickets
    where tickets.number::text like ${`${/^\d{1,10}$/.test(like) ? like : "-"}%`}
      or position(lower(${like}) in lower(tickets.title)) > 0
    order by ${orderOf(filter)} limit ${limit})`;
  const numbers = numbersLike(like);
  return numbers.length === 0
    ? read
    : sql`${read} union ${firstOf(filter, limit, sql`number`, ofTickets(tickets.number, numbers))}`;
};

/** So many tickets of a filter after the first `skipped`: by next due time, or newest first. */
export const listTickets = async (
  db: Database,
  filter: TicketFilter,
  limit: number,
  skipped = 0,
): Promise<readonly Ticket[]> => {
  const { like } = filter;
  const most = limit + skipped;
  const numbers = like === undefined || like === "" ? firstOf(filter, most) : numbersMeant(filter, like, most);
  const rows = await db
    .select()
    .from(tickets)
    .where(sql`${tickets.number} in (${numbers})`)
    .orderBy(orderOf(filter))
    .limit(limit)
    .offset(skipped);
  return rows.map(asTicket);
};

/** How many tickets a filter shows, counted up to `atMost`: so many may be more. */
export const countTickets = async (db: Database, filter: TicketFilter, atMost: number): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(sql`(${firstOf(filter, atMost)}) as counted`);
  return Math.min(row?.total ?? 0, atMost);
};

/** The numbers of every open ticket, the next due first. */
export const openTicketNumbers = async (db: Database): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(sql`${tickets.status} <> 'resolved'`)
    .orderBy(orderOf({ byDue: true }));
  return rows.map(({ number }) => number);
};
