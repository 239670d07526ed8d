import type { SQL } from "drizzle-orm";
import type { UserRef } from "../../tickets/refs.ts";
import { isOneOf } from "../many-values.ts";
import { and, eq, ne, or, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";
import { hasFollowers, isShared } from "../ticket-indexes.ts";

/**
 * Whose tickets a customer may see: tickets of this account that are not private (`ownOnly`: none of these) or that this
 * person requested, and tickets that they requested for one of the accounts `askedFor` or for none. `users`: the identities of
 * this person.
 */
export interface Visible {
  readonly account: string | null;
  readonly ownOnly: boolean;
  readonly users: readonly UserRef[];
  readonly askedFor: readonly string[];
}

/** One condition under which a ticket belongs to a list. */
export interface Alternative {
  readonly condition: SQL | undefined;
  /** Only tickets that were requested for one of these accounts; undefined: any. */
  readonly askedFor?: readonly string[];
}

/** The account for which a ticket was requested, written like the index; empty if there was none. */
export const askedFor = sql`coalesce(${tickets.requesterAccount}, ${tickets.account}, '')`;

/** Leaves out tickets that the requester's own account finds already. */
const isAnothers = sql`${tickets.requesterAccount} is not null
  and ${tickets.account} is distinct from ${tickets.requesterAccount}`;

/**
 * Up to this many accounts for which a requester may have asked are looked up one by one. A requester without an account
 * may have asked for any.
 */
const mostAskedFor = 3;

/** What a person requested with one identity, where the tickets of the account are not found already. */
const requestedBy = (
  user: UserRef,
  { account, ownOnly, askedFor: accounts }: Omit<Visible, "users">,
): readonly Alternative[] => {
  const condition = eq(tickets.requesterUser, user);
  const others = [...new Set(["", ...accounts])].filter((each) => each !== account);
  const requested: readonly Alternative[] =
    others.length > mostAskedFor
      ? [{ condition, askedFor: others }]
      : others.map((each) => ({ condition: and(condition, sql`${askedFor} = ${each}`) }));
  if (account === null) return requested;
  const own = accounts.includes(account)
    ? [{ condition: and(condition, sql`${askedFor} = ${account}`, isAnothers) }]
    : [];
  const isOfAccount = eq(tickets.account, account);
  if (ownOnly) {
    // An index has what they requested for their account in the order of the numbers. One more condition, and Postgres expects
    // so few tickets that it sorts all of them.
    const forAccount = and(condition, sql`${askedFor} = ${account}`);
    const ofAccount = accounts.includes(account) ? forAccount : and(forAccount, isOfAccount);
    return [{ condition: ofAccount }, { condition: and(condition, isOfAccount, isAnothers) }, ...requested];
  }
  const direct = { condition: and(condition, isOfAccount, sql`conversation->>'kind' = 'person'`) };
  return [direct, ...own, ...requested];
};

/** What a contact of the account follows, where neither the account nor their own requests find it already. */
const followedBy = ({ account, ownOnly, users }: Visible): readonly Alternative[] => {
  if (account === null) return [];
  const follows = (user: UserRef): SQL =>
    sql`${hasFollowers} and ${tickets.followers}->'items' @> ${JSON.stringify([{ user }])}::jsonb`;
  return users.map((user, place) => ({
    condition: and(
      eq(tickets.account, account),
      follows(user),
      ...users.map((each) => ne(tickets.requesterUser, each)),
      ...(ownOnly ? [] : [sql`not ${isShared}`]),
      ...users.slice(0, place).map((before) => sql`not (${follows(before)})`),
    ),
  }));
};

/** The same rule as `isOwnTicket` in `src/tickets/principal.ts`. Each condition uses an index of its own. */
export const visibleAlternatives = (whose: Visible): readonly Alternative[] => {
  const { users, ...visible } = whose;
  const { account, ownOnly } = visible;
  const requested = [...users.flatMap((user) => requestedBy(user, visible)), ...followedBy(whose)];
  return account === null || ownOnly
    ? requested
    : [{ condition: and(eq(tickets.account, account), isShared) }, ...requested];
};

/** The same as one condition, for a statement that finds few tickets by other conditions. */
export const isVisible = (visible: Visible): SQL =>
  or(
    ...visibleAlternatives(visible).map(({ condition, askedFor: accounts }) =>
      accounts === undefined ? condition : and(condition, isOneOf(askedFor, accounts)),
    ),
  ) ?? sql`false`;
