import type { SQL } from "drizzle-orm";
import type { UserRef } from "../domain/refs.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Database } from "./handle.ts";
import { ofTickets } from "./of-tickets.ts";
import { and, count, eq, inArray, or, sql } from "./orm.ts";
import { tickets } from "./schema.ts";
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
  /** Only tickets asked for by this person or assigned to this key. */
  readonly mine?: { readonly user: UserRef; readonly person: string | null };
  readonly byDue: boolean;
}

const askedForOneOf = (accounts: readonly string[]) => {
  const account = sql`coalesce(${tickets.requesterAccount}, ${tickets.account})`;
  return or(sql`${account} is null`, inArray(account, [...accounts]));
};

const isOfStatus = ({ open, resolved }: TicketFilter) =>
  and(
    // Written out, and not as parameters: so Postgres sees at once which partial indexes will do.
    open === true ? sql`${tickets.status} <> 'resolved'` : undefined,
    resolved === true ? eq(tickets.status, "resolved") : undefined,
  );

/**
 * The ways in which a ticket may belong to a list: it does where one of them holds. Each is looked up by its own index, for one
 * condition with "or" would read every ticket of an account and sort them.
 */
const waysIn = ({ visibleTo, mine }: TicketFilter): readonly (SQL | undefined)[] => {
  const seen =
    visibleTo === undefined
      ? [undefined]
      : [
          and(eq(tickets.requesterUser, visibleTo.user), askedForOneOf(visibleTo.askedFor)),
          ...(visibleTo.account === null ? [] : [eq(tickets.account, visibleTo.account)]),
        ];
  const own =
    mine === undefined
      ? [undefined]
      : [eq(tickets.requesterUser, mine.user), ...(mine.person === null ? [] : [eq(tickets.assignee, mine.person)])];
  return seen.flatMap((one) => own.map((other) => and(one, other)));
};

const orderOf = ({ byDue }: TicketFilter): SQL =>
  byDue ? sql`${tickets.nextDue} asc nulls last, ${tickets.number}` : sql`${tickets.number} desc`;

/** The first tickets of a filter, those of each way by themselves: at most `limit` of each. */
const firstOf = (filter: TicketFilter, limit: number, columns: SQL = sql`number`, also?: SQL): SQL =>
  sql.join(
    waysIn(filter).map(
      (way) =>
        sql`(select ${columns} from ${tickets} where ${and(isOfStatus(filter), way, also) ?? sql`true`}
          order by ${orderOf(filter)} limit ${limit})`,
    ),
    sql` union `,
  );

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

/** The first `limit` tickets of a filter: by next due time, or newest first. */
export const listTickets = async (db: Database, filter: TicketFilter, limit: number): Promise<readonly Ticket[]> => {
  const { like } = filter;
  const numbers = like === undefined || like === "" ? firstOf(filter, limit) : numbersMeant(filter, like, limit);
  const rows = await db
    .select()
    .from(tickets)
    .where(sql`${tickets.number} in (${numbers})`)
    .orderBy(orderOf(filter))
    .limit(limit);
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
