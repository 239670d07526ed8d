import type { Desk } from "../desk/desk.ts";
import { accountOfChannel, accountOfUser, isOwn, isStaff } from "./principal.ts";
import { platformOf, type Place, type MessageKey, type ChannelRef } from "./refs.ts";
import type { Ticket, Source } from "./ticket.ts";

type Talked = Pick<Ticket, "account" | "requester" | "conversation">;

/**
 * Why nothing of a ticket may be shown where its customer and the desk talked so far: the people there lost their rights with
 * the desk file in force. Null where all is as it was.
 */
export const whyLeft = ({ account, requester }: Talked, place: Place, desk: Desk): string | null => {
  if (account === null) return null;
  const known = Object.hasOwn(desk.accounts, account) ? desk.accounts[account] : undefined;
  if (known === undefined) return "the account was removed from the desk file";
  if (place.kind === "channel")
    return accountOfChannel(place.channel, desk)?.key === account
      ? null
      : "the channel is none of the account any more";
  if (place.user !== requester.user || isStaff(place.user, desk)) return null;
  return isOwn(place.user, accountOfUser(place.user, desk), { account, requester }, desk)
    ? null
    : "the customer is no contact of the account any more";
};

/**
 * Where a conversation goes on whose place must be left or refused us: with the requester while the ticket is theirs, else in
 * the account's channel, on the same platform where there is one. Null where there is no such place.
 */
export const placeAfter = (ticket: Talked, desk: Desk): Place | null => {
  const { account, requester, conversation } = ticket;
  const channels = account === null ? [] : (desk.accounts[account]?.channels ?? []);
  const direct: Place = { kind: "person", user: requester.user };
  if (whyLeft(ticket, conversation, desk) !== null) {
    const platform = platformOf(requester.user);
    const channel = channels.find((each) => platformOf(each) === platform) ?? channels[0];
    if (channel !== undefined) return { kind: "channel", channel };
  }
  // Staff who opened it for an account are not who must be told.
  return isStaff(requester.user, desk) || whyLeft(ticket, direct, desk) !== null ? null : direct;
};

/** Whether the message a ticket was opened from stands where the customer and the desk talk; elsewhere it may be internal. */
export const beganThere = ({ how, channel }: Source, conversation: Place): boolean =>
  conversation.kind === "person" ? how === "direct" : conversation.channel === channel;

/** The message a ticket was opened from, as messages are named. */
export const sourceKey = ({ channel, message }: Source): MessageKey => ({ channel, id: message });

/** Names the ticket's own card among what was lost. */
export const undeliveredCardKey = "card";

const asPlace = (place: Place): Place =>
  place.kind === "person"
    ? { kind: "person", user: place.user }
    : { kind: "channel", channel: place.channel, ...(place.thread === undefined ? {} : { thread: place.thread }) };

/**
 * Where a conversation that every place refused is tried once more: where it stood first, unless the customer wrote elsewhere
 * just now (`wroteIn`). Null where it stands.
 */
export const placeToTry = (
  { conversation }: Pick<Ticket, "conversation">,
  wroteIn: ChannelRef | null,
): Place | null => {
  const { refused, insteadOf } = conversation;
  if (refused !== true) return null;
  const isElsewhere = wroteIn !== null && insteadOf?.kind === "channel" && insteadOf.channel !== wroteIn;
  return asPlace(insteadOf === undefined || isElsewhere ? conversation : insteadOf);
};
