import type { Say } from "./say.ts";
import type { Account, Desk, Person } from "../desk/desk.ts";

import type { Ticket } from "../tickets/ticket.ts";

/** Somebody on the staff by key, where the desk (still) knows them. */
export const personOf = (desk: Desk, key: string | null): Person | null =>
  key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;

/** A name for a key of the desk's people; anything else is taken for a name already. */
export const nameOf = (desk: Desk, keyOrName: string): string =>
  personOf(desk, keyOrName)?.name ??
  (Object.hasOwn(desk.former.people, keyOrName) ? desk.former.people[keyOrName] : undefined) ??
  keyOrName;

/** The account a ticket belongs to, where the desk (still) knows it. */
export const accountOf = (desk: Desk, ticket: Pick<Ticket, "account">): Account | null =>
  ticket.account !== null && Object.hasOwn(desk.accounts, ticket.account)
    ? (desk.accounts[ticket.account] ?? null)
    : null;

/** The account manager of a ticket. */
export const managerOf = (desk: Desk, ticket: Pick<Ticket, "account">): Person | null =>
  personOf(desk, accountOf(desk, ticket)?.manager ?? null);

/** What a ticket's account is called where the team reads it, also where it is unknown. */
export const accountName = (desk: Desk, ticket: Ticket, say: Say): string =>
  accountOf(desk, ticket)?.name ?? formerAccount(desk, ticket) ?? say("triage.accountUnknown");

/** The name of a ticket's account where the desk file does not have that account any more. */
export const formerAccount = (desk: Desk, { account }: Pick<Ticket, "account">): string | null => {
  if (account === null || Object.hasOwn(desk.accounts, account)) return null;
  return Object.hasOwn(desk.former.accounts, account) ? (desk.former.accounts[account] ?? account) : account;
};
