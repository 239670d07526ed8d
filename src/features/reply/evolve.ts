import type { Instant } from "../../sla/instant.ts";
import { answered, changed, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { asPlace, insteadOf, undeliveredCardKey } from "../../tickets/conversation-place.ts";
import type { EventOf } from "../../tickets/rules.ts";
import type { Conversation, Ticket, TicketFields } from "../../tickets/ticket.ts";
import type { UnansweredChange } from "../../tickets/unanswered.ts";
import { withReplyIn } from "../../tickets/clocks/is-answer.ts";

/** The messages that the author of this reply could not have read. */
export const unreadBy = ({ pendingReplies }: Ticket, { replyId }: EventOf<"replied">): readonly Instant[] =>
  pendingReplies.find(({ id }) => id === replyId)?.unread ?? [];

/** A public reply answers what the customer wrote before it. */
export const replyAnswered = (ticket: Ticket, event: EventOf<"replied">): readonly UnansweredChange[] => [
  { how: "answered", upTo: event.at, unread: unreadBy(ticket, event), next: event.nextUnanswered },
];

export const replied = (ticket: Ticket, event: EventOf<"replied">): Partial<TicketFields> => {
  const unread = unreadBy(ticket, event);
  return {
    ...(event.message === null || event.by.kind !== "person"
      ? {}
      : { lastReplyIn: withReplyIn(ticket.lastReplyIn, event.message.channel, event.at) }),
    replies: ticket.replies + 1,
    lastReplyAt: Math.max(event.at, ticket.lastReplyAt ?? event.at),
    ...withSla(ticket, { clocks: changed(answered(ticket, event.at, unread), event.clocks) }),
    pendingReplies: ticket.pendingReplies.filter(({ id }) => id !== event.replyId),
  };
};

export const replyPending = (ticket: Ticket, event: EventOf<"replyPending">): Partial<TicketFields> => {
  const { replyId: id, text, update, until, at, by, audience, dueNamed, setsWaiting } = event;
  const reply = { id, text, at, until, update, audience, dueNamed, setsWaiting, unread: [] };
  return by.kind === "person" ? { pendingReplies: [...ticket.pendingReplies, { ...reply, by }] } : {};
};

/** The reply is not sent: a person undid it, or it went back to its author. */
export const replyUndone = (
  ticket: Ticket,
  event: EventOf<"replyUndone"> | EventOf<"replyReturned">,
): Partial<TicketFields> => ({
  pendingReplies: ticket.pendingReplies.filter(({ id }) => id !== event.replyId),
});

/** The conversation in a place that refused our messages. */
const refusedEverywhere = (conversation: Conversation): Conversation => ({
  ...asPlace(conversation),
  state: "refused",
  insteadOf: insteadOf(conversation),
});

export const undelivered = (ticket: Ticket, event: EventOf<"undelivered">): Partial<TicketFields> => {
  const { key, certain, audience } = event;
  if (key === null) return {};
  return {
    undelivered: [...ticket.undelivered, { id: ticket.version + 1, key, certain, audience }],
    ...(key === undeliveredCardKey ? { conversation: refusedEverywhere(ticket.conversation) } : {}),
  };
};

/** Staff dealt with it, so it is no longer undelivered. */
export const undeliveredResolved = (
  ticket: Ticket,
  event: EventOf<"resent"> | EventOf<"markedDelivered">,
): Partial<TicketFields> => ({ undelivered: ticket.undelivered.filter(({ id }) => id !== event.undeliveredId) });
