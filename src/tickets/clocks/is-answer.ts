import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, MessageKey } from "../refs.ts";
import type { Ticket } from "../ticket.ts";

/**
 * Whether a public message written at a moment ends a clock: it answers what the customer asked before it, and is the update
 * that staff promised before it. What was `unread` when it was written still waits.
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

/** When staff last wrote in each channel, after they wrote in one. */
export const withReplyIn = (last: LastReplyIn, channel: ChannelRef, at: Instant): LastReplyIn => ({
  ...last,
  [channel]: Math.max(at, last[channel] ?? at),
});

/**
 * Whether staff wrote in the same channel at that time or later: they had read this message, whenever it reaches the desk.
 * A reply by a form answers only what the team had been told.
 */
export const isAnsweredThere = (
  { lastReplyIn }: Pick<Ticket, "lastReplyIn">,
  message: MessageKey | undefined,
  wroteAt: Instant,
): boolean => message !== undefined && (lastReplyIn[message.channel] ?? -Infinity) >= wroteAt;
