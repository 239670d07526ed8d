import type { Desk } from "../desk/desk.ts";
import type { Event } from "./messages.ts";
import { accountOfChannel, accountOfUser, isOwnTicket, isPrivate, isStaff } from "./principal.ts";
import { platformOf, type Place, type MessageKey, type ChannelRef } from "./refs.ts";
import type { Conversation, Ticket, Source } from "./ticket.ts";

type ConversationOwner = Pick<Ticket, "account" | "requester" | "followers"> & { readonly conversation: Place };

/**
 * Why a conversation must leave its place: under the desk file in force, the people there may no longer read the
 * ticket. Null if the place is still right. The reason is for logs and names no person.
 */
export const whyConversationLeft = (
  { account, requester, followers }: ConversationOwner,
  place: Place,
  desk: Desk,
): string | null => {
  if (account === null) return null;
  const known = Object.hasOwn(desk.accounts, account) ? desk.accounts[account] : undefined;
  if (known === undefined) return "the account was removed from the desk file";
  if (place.kind === "channel")
    return accountOfChannel(place.channel, desk)?.key === account
      ? null
      : "the channel is none of the account any more";
  if (place.user !== requester.user || isStaff(place.user, desk)) return null;
  return isOwnTicket(
    place.user,
    accountOfUser(place.user, desk),
    { account, requester, followers, conversation: place },
    desk,
  )
    ? null
    : "the customer is no contact of the account any more";
};

/**
 * The place for a conversation that had to leave its place or was refused there. A requester who may still read the
 * ticket gets direct messages. Otherwise the account's channel is used, preferably on the requester's platform. A private
 * conversation never goes to a channel: it was written for its requester alone. Null if there is no such place.
 */
export const placeAfter = (ticket: ConversationOwner, desk: Desk): Place | null => {
  const { account, requester, conversation } = ticket;
  const channels = account === null ? [] : (desk.accounts[account]?.channels ?? []);
  const direct: Place = { kind: "person", user: requester.user };
  if (!isPrivate(conversation) && whyConversationLeft(ticket, conversation, desk) !== null) {
    const platform = platformOf(requester.user);
    const channel = channels.find((each) => platformOf(each) === platform) ?? channels[0];
    if (channel !== undefined) return { kind: "channel", channel };
  }
  // An agent who opened the ticket for an account is not its customer.
  return isStaff(requester.user, desk) || whyConversationLeft(ticket, direct, desk) !== null ? null : direct;
};

/** Where the next message to the customer goes: the conversation's place, or the one after it if it had to leave its place. */
export const placeToWrite = (ticket: ConversationOwner, desk: Desk): Place =>
  asPlace(
    whyConversationLeft(ticket, ticket.conversation, desk) === null
      ? ticket.conversation
      : (placeAfter(ticket, desk) ?? ticket.conversation),
  );

/**
 * Whether no customer may read the ticket any more: it is private, and its requester lost the right to it. Staff must open
 * another ticket to write to the account.
 */
export const hasNoReader = (ticket: ConversationOwner, desk: Desk): boolean =>
  isPrivate(ticket.conversation) && whyConversationLeft(ticket, ticket.conversation, desk) !== null;

/**
 * Whether giving the ticket to this account would show it to people who must not read it: its conversation would have to
 * leave its place, and the customer who asked may not read tickets of this account.
 */
export const wouldShowOthers = (ticket: ConversationOwner, account: string, desk: Desk): boolean => {
  const given = { ...ticket, account };
  const { user } = ticket.requester;
  return (
    whyConversationLeft(given, ticket.conversation, desk) !== null &&
    !isStaff(user, desk) &&
    !isOwnTicket(user, accountOfUser(user, desk), given, desk)
  );
};

/**
 * Whether the message a ticket was opened from is in the place of its conversation. Elsewhere that message may be
 * internal.
 */
export const beganInSource = ({ how, channel }: Source, conversation: Place): boolean =>
  conversation.kind === "person" ? how === "direct" : conversation.channel === channel;

/**
 * Whether the thread that was there before the ticket is one of the customer. A thread that a ticket was opened from
 * elsewhere is internal. So is one whose opening cannot be read.
 */
export const isCustomersThread = (opened: Extract<Event, { type: "opened" }> | undefined): boolean =>
  opened !== undefined && (opened.source === null || beganInSource(opened.source, opened.conversation));

/** The key of the message that a ticket was opened from. */
export const sourceKey = ({ channel, message }: Source): MessageKey => ({ channel, id: message });

/** The key of the ticket's own card among the undelivered messages. */
export const undeliveredCardKey = "card";

/** The place alone, as events store it. */
export const asPlace = (place: Place): Place =>
  place.kind === "person"
    ? { kind: "person", user: place.user }
    : { kind: "channel", channel: place.channel, ...(place.thread === undefined ? {} : { thread: place.thread }) };

/** The first place of a conversation that had to leave it; null if it is still there. */
export const insteadOf = (conversation: Conversation): Place | null =>
  conversation.state === "inFirstPlace" ? null : conversation.insteadOf;

/**
 * The place to try once more for a conversation that every place refused: its original place, unless the customer just
 * wrote elsewhere (`wroteIn`). Null if the conversation was not refused.
 */
export const placeToRetry = (
  { conversation }: Pick<Ticket, "conversation">,
  wroteIn: ChannelRef | null,
): Place | null => {
  if (conversation.state !== "refused") return null;
  const { insteadOf: first } = conversation;
  const isElsewhere = wroteIn !== null && first?.kind === "channel" && first.channel !== wroteIn;
  return asPlace(first === null || isElsewhere ? conversation : first);
};
