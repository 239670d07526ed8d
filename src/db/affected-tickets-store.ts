import type { UserRef } from "../tickets/refs.ts";
import type { Database } from "./connection/handle.ts";
import { and, asc, eq, gt, inArray, isNotNull, ne, notInArray, or } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";

/** An unresolved ticket whose assignee or account may no longer be in the desk file. */
export interface AffectedTicket {
  readonly number: number;
  readonly assignee: string | null;
  readonly account: string | null;
}

const columns = { number: tickets.number, assignee: tickets.assignee, account: tickets.account };

/** Open tickets above a number that are assigned to a person outside this list, oldest first. */
export const openTicketsOfOthers = (
  db: Database,
  people: readonly string[],
  limit: number,
  above = 0,
): Promise<readonly AffectedTicket[]> =>
  db
    .select(columns)
    .from(tickets)
    .where(
      and(
        gt(tickets.number, above),
        ne(tickets.status, "resolved"),
        isNotNull(tickets.assignee),
        people.length === 0 ? undefined : notInArray(tickets.assignee, [...people]),
      ),
    )
    .orderBy(asc(tickets.number))
    .limit(limit);

/** The numbers of open tickets of an assignee above a number, oldest first. */
export const openTicketsOf = async (
  db: Database,
  assignee: string,
  above = 0,
  limit = 1,
): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.assignee, assignee), gt(tickets.number, above), ne(tickets.status, "resolved")))
    .orderBy(asc(tickets.number))
    .limit(limit);
  return rows.map(({ number }) => number);
};

/** The first open tickets of an assignee with what people know them by, oldest first. */
export const openTicketsWithTitles = (
  db: Database,
  assignee: string,
  limit: number,
): Promise<readonly { readonly number: number; readonly title: string; readonly account: string | null }[]> =>
  db
    .select({ number: tickets.number, title: tickets.title, account: tickets.account })
    .from(tickets)
    .where(and(eq(tickets.assignee, assignee), ne(tickets.status, "resolved")))
    .orderBy(asc(tickets.number))
    .limit(limit);

/** Open tickets of these accounts, oldest first. */
export const openTicketsOfAccounts = async (
  db: Database,
  accounts: readonly string[],
  limit: number,
): Promise<readonly AffectedTicket[]> =>
  accounts.length === 0
    ? []
    : db
        .select(columns)
        .from(tickets)
        .where(and(ne(tickets.status, "resolved"), inArray(tickets.account, [...accounts])))
        .orderBy(asc(tickets.number))
        .limit(limit);

/** Open tickets of accounts outside this list, or of one of these requesters. */
export const openTicketsTouched = async (
  db: Database,
  accounts: readonly string[],
  requesters: readonly UserRef[],
  limit: number,
): Promise<readonly number[]> => {
  const orphaned = and(
    isNotNull(tickets.account),
    accounts.length === 0 ? undefined : notInArray(tickets.account, [...accounts]),
  );
  const left = requesters.length === 0 ? undefined : inArray(tickets.requesterUser, [...requesters]);
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(ne(tickets.status, "resolved"), or(orphaned, left)))
    .orderBy(asc(tickets.number))
    .limit(limit);
  return rows.map(({ number }) => number);
};
