import type { Account, Desk, Person } from "../desk/desk.ts";
import { leftBy } from "../desk/former.ts";
import { platformOf, type ChannelRef, type Membership, type UserRef } from "./refs.ts";

/** What a person is to this desk: a member of its staff, or a customer (of an account, where one is known). */
export type Principal =
  | { readonly is: "staff"; readonly person: Person }
  | { readonly is: "customer"; readonly account: Account | null };

/** The account a channel belongs to. */
export const accountOfChannel = (channel: ChannelRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.channels.includes(channel)) ?? null;

/** The account a person was named in. */
export const accountOfUser = (user: UserRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.contacts.includes(user)) ?? null;

/** Whether the desk names the person with this id. A person of another workspace may have the same id. */
export const isStaff = (user: UserRef, desk: Desk, membership?: Membership): boolean =>
  membership !== "outside" && Object.values(desk.people).some((person) => person.identities.includes(user));

/**
 * What a person is to the desk. Staff are those the desk names, by id, everywhere, in its own workspace; so a guest of a shared channel
 * (Slack Connect) is a customer. A customer belongs to the account that names them, else to the account of the channel they
 * are in.
 */
export const identify = (user: UserRef, channel: ChannelRef, desk: Desk, membership?: Membership): Principal => {
  const person =
    membership === "outside" ? undefined : Object.values(desk.people).find((each) => each.identities.includes(user));
  if (person !== undefined) return { is: "staff", person };
  // A colleague who was removed may still sit in a customer's channel, and is no customer for it.
  const byChannel = desk.former.staff.includes(user) ? null : accountOfChannel(channel, desk);
  return { is: "customer", account: accountOfUser(user, desk) ?? byChannel };
};

/**
 * Whether a person is a colleague whom the desk file does not name: a full member of our own workspace who is neither staff nor
 * named in an account. They write in customers' channels, but are no customer.
 */
export const isColleague = (user: UserRef, membership: Membership | undefined, desk: Desk): boolean =>
  membership === "member" && !isStaff(user, desk, membership) && accountOfUser(user, desk) === null;

/** What of a ticket decides which customers may see it. */
export interface Owned {
  readonly account: string | null;
  readonly requester: { readonly user: UserRef; readonly account?: string | undefined };
}

/**
 * The accounts among whose tickets a requester still counts as one of the account. A person whom the desk knows at one account
 * is a stranger to the tickets of every other one; so is a contact who was removed, and everybody where an account was.
 */
export const accountsOfRequester = (user: UserRef, account: Account | null, desk: Desk): readonly string[] => {
  if (account !== null) return [account.key];
  const left = leftBy(user, desk.former);
  return Object.keys(desk.accounts).filter((key) => !left.includes(key));
};

/**
 * Whether a ticket is this customer's business: their account's, or opened by themselves while they belong to the account
 * they opened it for.
 */
export const isOwn = (user: UserRef, account: Account | null, ticket: Owned, desk: Desk): boolean => {
  if (account !== null && ticket.account === account.key) return true;
  if (ticket.requester.user !== user) return false;
  const askedFor = ticket.requester.account ?? ticket.account;
  return askedFor === null || accountsOfRequester(user, account, desk).includes(askedFor);
};

/** The same for a person who may also be staff. */
export const isTheirs = (user: UserRef, principal: Principal, ticket: Owned, desk: Desk): boolean =>
  principal.is === "customer" && isOwn(user, principal.account, ticket, desk);

/** The identity of a person on a platform, where they have one. */
export const identityOn = (person: Person, platform: string): UserRef | null =>
  person.identities.find((each) => platformOf(each) === platform) ?? null;
