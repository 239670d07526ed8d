import type { Desk } from "../desk/desk.ts";
import { insteadOf, whyConversationLeft } from "./conversation-place.ts";
import { isOwnTicket, type OwnedTicket, type Principal } from "./principal.ts";
import { sameAudience, type ChannelRef, type Place, type UserRef } from "./refs.ts";
import type { Ticket } from "./ticket.ts";

/** A person who wrote or changed a message, and the channel in which the message is. */
export interface Writing {
  readonly user: UserRef;
  readonly principal: Principal;
  readonly channel: ChannelRef;
}

type Conversed = Pick<Ticket, "account" | "requester" | "followers" | "conversation">;

const isIn = (ticket: Conversed, place: Place | null, channel: ChannelRef, desk: Desk): boolean =>
  place?.kind === "channel" && place.channel === channel && whyConversationLeft(ticket, place, desk) === null;

/**
 * Whether the people of the ticket's conversation read this channel. If their channel refuses the bot, the conversation
 * moves to direct messages, but they still read the channel.
 */
export const isReadByCustomer = (ticket: Conversed, channel: ChannelRef, desk: Desk): boolean =>
  isIn(ticket, ticket.conversation, channel, desk) || isIn(ticket, insteadOf(ticket.conversation), channel, desk);

/**
 * Whether a person may add or change a message of this ticket in this channel. Staff may. A customer may if they can see
 * the ticket, wherever the card below which they write is. Other people may in a channel whose
 * people read the conversation.
 */
export const mayWriteIn = (ticket: Conversed, { user, principal, channel }: Writing, desk: Desk): boolean =>
  principal.is === "staff" ||
  isOwnTicket(user, principal.account, ticket, desk) ||
  isReadByCustomer(ticket, channel, desk);

/**
 * Whether what a person writes may reopen this ticket. Other people in its channel are heard while it is open. A person who
 * left, or a contact of another account, has no right to a ticket that is closed.
 */
export const mayReopen = (ticket: OwnedTicket, { user, principal }: Omit<Writing, "channel">, desk: Desk): boolean =>
  principal.is === "staff" || isOwnTicket(user, principal.account, ticket, desk);

/** Whether a message of this customer was written where the conversation is now. */
export const isInConversation = (
  { conversation }: Pick<Ticket, "conversation">,
  { user, channel, isDirect }: Pick<Writing, "user" | "channel"> & { readonly isDirect: boolean },
): boolean => sameAudience(conversation, isDirect ? { kind: "person", user } : { kind: "channel", channel });
