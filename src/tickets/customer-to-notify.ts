import type { Desk } from "../desk/desk.ts";
import { areaPlatform } from "./contact.ts";
import { accountOfUser, hasLeft, isOwnTicket, isStaff } from "./principal.ts";
import { platformOf, type UserRef } from "./refs.ts";
import type { MessageAuthor } from "./thread/thread-message.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket keeps at most this many people who wrote on the customer's side. */
const mostWriters = 20;

/** The people who wrote on the customer's side, the latest last. */
export const withWriter = (
  writers: readonly MessageAuthor[],
  { user, name }: MessageAuthor,
): readonly MessageAuthor[] => [...writers.filter((each) => each.user !== user), { user, name }].slice(-mostWriters);

/**
 * The contacts whom a message in the ticket's conversation does not reach, and who may still read it: those in the client area who
 * asked or wrote, and all who follow the ticket.
 */
export const contactsElsewhere = (ticket: Ticket, desk: Desk): readonly UserRef[] => {
  const { conversation, requester, writers, links, followers } = ticket;
  const all = [requester, ...writers, ...links.flatMap(({ requesters = [] }) => requesters)];
  const inArea = all.map(({ user }) => user).filter((user) => platformOf(user) === areaPlatform);
  const readsThere = (user: UserRef): boolean =>
    conversation.kind === "channel" && platformOf(conversation.channel) === platformOf(user);
  const following = followers.map(({ user }) => user).filter((user) => !readsThere(user));
  return [...new Set([...inArea, ...following])].filter(
    (user) =>
      !(conversation.kind === "person" && conversation.user === user) &&
      !isStaff(user, desk) &&
      isOwnTicket(user, accountOfUser(user, desk), ticket, desk),
  );
};

/** A customer whom a message mentions. */
export interface Mentioned {
  readonly user: UserRef;
  readonly name: string;
}

/**
 * Whether a customer is a stranger to the ticket's account: a contact of another account, or a person who left. A mention
 * adds people to a Discord thread, so no message mentions a stranger.
 */
export const isStrangerTo = ({ account }: Pick<Ticket, "account">, user: UserRef, desk: Desk): boolean => {
  const own = accountOfUser(user, desk);
  return account !== null && (own === null ? hasLeft(user, desk) : own.key !== account);
};

/**
 * The customers whom messages in the ticket's conversation mention: the requester, or the latest customer who wrote if an
 * agent opened the ticket or the requester left, and the requesters of tickets that were merged into it.
 */
export const customersToNotify = (ticket: Ticket, desk: Desk): readonly Mentioned[] => {
  const { conversation, requester, writers, links } = ticket;
  const mayRead = ({ user }: Mentioned): boolean => {
    if (isStaff(user, desk)) return false;
    if (conversation.kind === "person") return conversation.user === user;
    return !isStrangerTo(ticket, user, desk) && platformOf(user) === platformOf(conversation.channel);
  };
  const own = [requester, ...writers.toReversed()].find(mayRead);
  const merged = links.flatMap(({ requesters = [] }) => requesters).filter(mayRead);
  const all = new Map([...(own === undefined ? [] : [own]), ...merged].map(({ user, name }) => [user, { user, name }]));
  return [...all.values()];
};
