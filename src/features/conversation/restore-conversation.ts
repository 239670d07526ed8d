import type { Instant } from "../../sla/instant.ts";
import type { Event } from "../../tickets/messages.ts";
import type { ChannelRef, Place } from "../../tickets/refs.ts";
import type { UndeliveredMessage, Ticket } from "../../tickets/ticket.ts";

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

/** The customer wrote, so they can be reached: there the conversation goes on, and what surely did not arrive goes out. */
export const whenBack = (ticket: Ticket, wroteIn: ChannelRef | null, at: Instant): readonly Event[] => {
  const to = wroteIn === null ? null : placeToTry(ticket, wroteIn);
  if (to === null) return [];
  const by = { kind: "clock" } as const;
  const isOwed = ({ key, certain }: UndeliveredMessage): boolean => certain === true && key !== undeliveredCardKey;
  return [
    { type: "conversationTried", at, by, to },
    ...ticket.undelivered.filter(isOwed).map(({ id, key }) => ({ type: "resent", at, by, lost: id, key }) as const),
  ];
};
