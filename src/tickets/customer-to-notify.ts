import type { Desk } from "../desk/desk.ts";
import { areaPlatform } from "./contact.ts";
import { accountOfUser, isOwnTicket, isStaff } from "./principal.ts";
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
 * The contacts who use the client area and asked or wrote on a ticket whose conversation is in another place, and who may
 * still read it. A message in that place does not reach them.
 */
export const contactsElsewhere = (ticket: Ticket, desk: Desk): readonly UserRef[] => {
  const { conversation, requester, writers, links } = ticket;
  const all = [requester, ...writers, ...links.flatMap(({ requesters = [] }) => requesters)];
  return [...new Set(all.map(({ user }) => user))].filter(
    (user) =>
      platformOf(user) === areaPlatform &&
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
 * The customers whom messages in the ticket's conversation mention: the requester, or the latest customer who wrote if an
 * agent opened the ticket, and the requesters of tickets that were merged into it. A mention adds people to a Discord
 * thread, so a person of another account is never mentioned.
 */
export const customersToNotify = (ticket: Ticket, desk: Desk): readonly Mentioned[] => {
  const { conversation, requester, writers, links } = ticket;
  const writer = writers.findLast(({ user }) => !isStaff(user, desk));
  const mayRead = ({ user }: Mentioned): boolean => {
    if (isStaff(user, desk)) return false;
    if (conversation.kind === "person") return conversation.user === user;
    const account = accountOfUser(user, desk);
    const isStranger = account !== null && ticket.account !== null && account.key !== ticket.account;
    return !isStranger && platformOf(user) === platformOf(conversation.channel);
  };
  const own = [requester, ...(writer === undefined ? [] : [writer])].find(mayRead);
  const merged = links.flatMap(({ requesters = [] }) => requesters).filter(mayRead);
  const all = new Map([...(own === undefined ? [] : [own]), ...merged].map(({ user, name }) => [user, { user, name }]));
  return [...all.values()];
};
