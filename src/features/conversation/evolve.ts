import { clockTraits } from "../../sla/clock-kinds.ts";
import { undeliveredCardKey } from "../../tickets/conversation-place.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { changed, withCancelled, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { unpaused, endsWaiting } from "../../tickets/clocks/pauses.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import type { EventOf } from "../../tickets/rules.ts";
import { asOpen, type TicketChange } from "../../tickets/status-change.ts";
import type { Ticket, TicketFields } from "../../tickets/ticket.ts";
import type { UnansweredChange } from "../../tickets/unanswered.ts";
import { openingEdited, openingGone } from "./evolve-opening.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import {
  newestOfCustomer,
  shownOf,
  threadMessage,
  withDeletion,
  withEdit,
} from "../../tickets/thread/thread-messages.ts";
import { withWriter } from "../../tickets/customer-to-notify.ts";
import { isAnsweredInChannel } from "../../tickets/clocks/is-answer.ts";

/** Staff wrote this pending reply before they could read the message, so it does not answer it. */
const withUnread = (pending: Ticket["pendingReplies"], wroteAt: Instant): Ticket["pendingReplies"] =>
  pending.map((each) => (wroteAt > each.at ? each : { ...each, unread: [...each.unread, wroteAt] }));

const needsAnswer = (ticket: Ticket, message: MessageKey | null, since: Instant): boolean =>
  ticket.status !== "resolved" && !isAnsweredInChannel(ticket, message, since);

/** The customer waits for an answer since then. */
const asked = (ticket: Ticket, message: MessageKey | null, since: Instant): Ticket => ({
  ...(endsWaiting(ticket, since) ? { ...asOpen(ticket), sla: unpaused(ticket.sla, since) } : ticket),
  ...(needsAnswer(ticket, message, since) ? { pendingReplies: withUnread(ticket.pendingReplies, since) } : {}),
});

/** A message of the customer waits for an answer, unless it is a thank-you or a colleague wrote it. */
export const customerAsked = (ticket: Ticket, event: EventOf<"customerWrote">): readonly UnansweredChange[] => {
  const { wroteAt: since, message, thanks, colleague } = event;
  return thanks || colleague || !needsAnswer(ticket, message, since) ? [] : [{ how: "asked", since, instead: null }];
};

/** An edited message may wait for an answer from now on, instead of since an earlier edit that arrived before. */
export const editAsked = (
  ticket: Ticket,
  event: EventOf<"messageEdited">,
  messages: Messages,
): readonly UnansweredChange[] => {
  const { kind, message, needsReply, at: since } = event;
  if (kind === "opened" || needsReply === null || !needsAnswer(ticket, message, since)) return [];
  const before = threadMessage(messages, message)?.needsReplySince ?? null;
  return [{ how: "asked", since, instead: before === "notJudged" ? null : before }];
};

export const customerWrote = (ticket: Ticket, event: EventOf<"customerWrote">): TicketChange => {
  const { wroteAt, by, message } = event;
  const last = ticket.lastCustomerMessage;
  const writers = message === null || by.kind !== "person" ? ticket.writers : withWriter(ticket.writers, by);
  if (event.colleague) return { writers };
  const messages = {
    writers,
    ...(last !== null && last.at > wroteAt
      ? {}
      : {
          lastCustomerMessage: {
            ...shownOf(event),
            message,
            by: by.kind === "person" ? by.name : "",
            at: wroteAt,
          },
        }),
  };
  if (event.thanks) return messages;
  const after = asked(ticket, event.message, wroteAt);
  return { ...after, ...messages, ...withSla(after, { clocks: changed(after.sla.clocks, event.clocks) }) };
};

/** The customer's last message changes only if this was the last one. */
const withLast = (ticket: Ticket, message: MessageKey, after: Messages): Partial<TicketFields> => {
  const changedOne = threadMessage(after, message);
  return changedOne !== null && changedOne.at === ticket.lastCustomerMessage?.at
    ? { lastCustomerMessage: newestOfCustomer(after) }
    : {};
};

/** The text changes. If it needs an answer only now, the customer waits from now on. */
export const messageEdited = (ticket: Ticket, event: EventOf<"messageEdited">, messages: Messages): TicketChange => {
  if (event.kind === "opened") return openingEdited(event, messages);
  const { message, at, needsReply } = event;
  const last = withLast(ticket, message, withEdit(messages, event));
  if (needsReply === null) return last;
  const after = asked(ticket, message, at);
  return {
    ...after,
    ...last,
    ...withSla(after, { clocks: changed(after.sla.clocks, needsReply.clocks) }),
  };
};

export const messageDeleted = (
  ticket: Ticket,
  event: EventOf<"messageDeleted">,
  messages: Messages,
): Partial<TicketFields> => {
  if (event.textKept) return {};
  return event.kind === "opened" ? openingGone(event) : withLast(ticket, event.message, withDeletion(messages, event));
};

/**
 * Messages up to this time need no answer, so their clocks are cancelled: neither met nor breached. After a reopening,
 * a first response may replace the next one.
 */
export const dismissed = (ticket: Ticket, event: EventOf<"dismissed">): Partial<TicketFields> => {
  const standsIn = ticket.replies > 0 && event.nextUnanswered === null;
  const isCancelled = ({ kind }: Clock): boolean => {
    const { endsOn, startsOn } = clockTraits[kind];
    return endsOn === "reply" && (startsOn === "customerMessage" || (startsOn === "opening" && standsIn));
  };
  return withSla(ticket, { clocks: changed(withCancelled(ticket, event.at, isCancelled), event.clocks) });
};

/** The conversation is in this place again, so its card is no longer undelivered. */
export const conversationRetried = (ticket: Ticket, { to }: EventOf<"conversationRetried">): Partial<TicketFields> => ({
  conversation: { ...to, state: "inFirstPlace" },
  undelivered: ticket.undelivered.filter(({ key }) => key !== undeliveredCardKey),
});
