import type { Account, Desk, Person } from "../desk/desk.ts";
import { formerAccountsOf } from "../desk/former.ts";
import { areaPlatform } from "./contact.ts";
import { platformOf, type ChannelRef, type Membership, type Place, type UserRef } from "./refs.ts";

/** What a person is to this desk: staff, or a customer (of an account, if it is known). */
export type Principal =
  | { readonly is: "staff"; readonly person: Person }
  | { readonly is: "customer"; readonly account: Account | null };

/** The account a channel belongs to. */
export const accountOfChannel = (channel: ChannelRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.channels.includes(channel)) ?? null;

/** The account that names a person as its contact. */
export const accountOfUser = (user: UserRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.contacts.includes(user)) ?? null;

/** Whether the desk names the person with this id. A person of another workspace may have the same id. */
export const isStaff = (user: UserRef, desk: Desk, membership?: Membership): boolean =>
  membership !== "outside" && Object.values(desk.people).some((person) => person.identities.includes(user));

/**
 * Whether a person left the desk: an earlier desk file named them, as staff or as a contact, and this one does not, or their
 * access was withdrawn.
 */
export const hasLeft = (user: UserRef, desk: Desk): boolean =>
  (desk.former.staff.includes(user) || formerAccountsOf(user, desk.former).length > 0) &&
  accountOfUser(user, desk) === null &&
  !isStaff(user, desk);

/**
 * The account to which a channel belongs for this person. A person who left may still be in the channel, but is a stranger in
 * every one: otherwise they would get the rights of all who are there, which may be more than they had before.
 */
export const accountOfChannelFor = (user: UserRef, channel: ChannelRef, desk: Desk): Account | null =>
  hasLeft(user, desk) ? null : accountOfChannel(channel, desk);

/**
 * What a person is to the desk. Staff are people whom the desk names by id in its own workspace, so a guest of a shared
 * channel (Slack Connect) is a customer. A customer belongs to the account that names them, else to the account of the
 * channel they are in, unless they left.
 */
export const identify = (user: UserRef, channel: ChannelRef, desk: Desk, membership?: Membership): Principal => {
  const person =
    membership === "outside" ? undefined : Object.values(desk.people).find((each) => each.identities.includes(user));
  if (person !== undefined) return { is: "staff", person };
  return { is: "customer", account: accountOfUser(user, desk) ?? accountOfChannelFor(user, channel, desk) };
};

/**
 * Whether a person is a colleague whom the desk file does not name: a full member of our workspace who is neither staff
 * nor a contact. They write in customers' channels, but are no customers.
 */
export const isColleague = (user: UserRef, membership: Membership | undefined, desk: Desk): boolean =>
  membership === "member" && !isStaff(user, desk, membership) && accountOfUser(user, desk) === null;

/** The fields of a ticket that decide which customers may see it. */
export interface OwnedTicket {
  readonly account: string | null;
  readonly requester: { readonly user: UserRef; readonly account: string | null };
  readonly conversation: Place;
  /** Contacts who may see it as if they had requested it. */
  readonly followers: readonly { readonly user: UserRef }[];
}

/**
 * Whether a ticket is private: its conversation is in a person's direct messages. A ticket of the client area is not: it
 * is for the account, like one of the account's channels. A private conversation stays where it is (`placeAfter` in
 * `conversation-place.ts`), so no change of the desk shows it to other customers.
 */
export const isPrivate = (conversation: Place): boolean =>
  conversation.kind === "person" && platformOf(conversation.user) !== areaPlatform;

/**
 * The accounts whose tickets a requester may still see as their own. A contact of one account may not see tickets they
 * asked for at other accounts. A removed contact, people of a removed account, and former staff may not either.
 */
export const accountsOfRequester = (user: UserRef, account: Account | null, desk: Desk): readonly string[] => {
  if (account !== null) return [account.key];
  // As staff they opened tickets for customers.
  if (desk.former.staff.includes(user)) return [];
  const left = formerAccountsOf(user, desk.former);
  return Object.keys(desk.accounts).filter((key) => !left.includes(key));
};

/** Whether a person sees the tickets of their colleagues, too. */
export const seesWholeAccount = (user: UserRef, account: Account): boolean => !account.ownTicketsOnly.includes(user);

/**
 * The identities of a contact: this one, and the one in the client area or in chat that belongs to the same person. What they
 * asked for with either is theirs.
 */
export const identitiesOfContact = (user: UserRef, account: Account | null): readonly UserRef[] => {
  const other = account !== null && Object.hasOwn(account.sameContact, user) ? account.sameContact[user] : undefined;
  return other === undefined ? [user] : [user, other];
};

/**
 * Whether a customer may see a ticket: it is their account's, not private, and they are not limited to their own tickets; or it is
 * their account's and they follow it; or they opened it and still belong to the account they opened it for, or to the ticket's. `src/db/search/visible-tickets.ts` asks the same of the database.
 */
export const isOwnTicket = (user: UserRef, account: Account | null, ticket: OwnedTicket, desk: Desk): boolean => {
  const identities = identitiesOfContact(user, account);
  const isRequester = identities.includes(ticket.requester.user);
  const isOfAccount = account !== null && ticket.account === account.key;
  const isFollower = ticket.followers.some((each) => identities.includes(each.user));
  if (isOfAccount && (isRequester || isFollower)) return true;
  if (isOfAccount && seesWholeAccount(user, account) && !isPrivate(ticket.conversation)) return true;
  if (!isRequester) return false;
  const askedFor = ticket.requester.account ?? ticket.account;
  return askedFor === null || accountsOfRequester(user, account, desk).includes(askedFor);
};

/** The same for a person who may also be staff. */
export const isTicketOf = (user: UserRef, principal: Principal, ticket: OwnedTicket, desk: Desk): boolean =>
  principal.is === "customer" && isOwnTicket(user, principal.account, ticket, desk);

/** The identity of a person on a platform; null if they have none. */
export const identityOn = (person: Person, platform: string): UserRef | null =>
  person.identities.find((each) => platformOf(each) === platform) ?? null;
