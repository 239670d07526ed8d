import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, MessageKey } from "../refs.ts";
import type { Ticket } from "../ticket.ts";

/**
 * Whether a public message written at this moment ends a clock: it answers what the customer asked before it, and is
 * the update that was promised before it. Messages that were `unread` when it was written still wait.
 */
export const isAnswer = (
  at: Instant,
  unread: readonly Instant[],
  { kind, startedAt }: Pick<Clock, "kind" | "startedAt">,
): boolean =>
  clockTraits[kind].endsOn === "reply" &&
  at >= startedAt &&
  !(clockTraits[kind].startsOn === "customerMessage" && unread.includes(startedAt));

type LastReplyIn = Ticket["lastReplyIn"];

/** When staff last wrote in each channel, with a new reply. */
export const withReplyIn = (last: LastReplyIn, channel: ChannelRef, at: Instant): LastReplyIn => ({
  ...last,
  [channel]: Math.max(at, last[channel] ?? at),
});

/**
 * Whether staff wrote in the same channel at that time or later, so that they had read this message even if it reaches
 * the desk late. A reply from a form answers only messages that the team had.
 */
export const isAnsweredInChannel = (
  { lastReplyIn }: Pick<Ticket, "lastReplyIn">,
  message: MessageKey | null,
  wroteAt: Instant,
): boolean => message !== null && (lastReplyIn[message.channel] ?? -Infinity) >= wroteAt;

/** Until when a reply is pending that would end this clock; null if none is. Until then there are no reminders. */
export const answerPendingUntil = (ticket: Ticket, clock: Pick<Clock, "kind" | "startedAt">): Instant | null =>
  ticket.pendingReplies.find(({ at, unread }) => isAnswer(at, unread, clock))?.until ?? null;
