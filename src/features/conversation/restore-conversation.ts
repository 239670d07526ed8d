import { undeliveredCardKey, placeToRetry } from "../../tickets/conversation-place.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Event } from "../../tickets/messages.ts";
import { staysWithin, type ChannelRef } from "../../tickets/refs.ts";
import type { UndeliveredMessage, Ticket } from "../../tickets/ticket.ts";

/**
 * The customer wrote, so that place can be reached. The conversation continues there, and messages that certainly did
 * not arrive are sent again.
 */
export const conversationRestored = (ticket: Ticket, wroteIn: ChannelRef | null, at: Instant): readonly Event[] => {
  const to = wroteIn === null ? null : placeToRetry(ticket, wroteIn);
  if (to === null) return [];
  const by = { kind: "clock" } as const;
  const isOwed = ({ key, certain, audience }: UndeliveredMessage): boolean =>
    certain && key !== undeliveredCardKey && (audience === null || staysWithin(audience, to));
  return [
    { type: "conversationRetried", at, by, to },
    ...ticket.undelivered
      .filter(isOwed)
      .map(({ id, key, audience }) => ({ type: "resent", at, by, undeliveredId: id, key, audience }) as const),
  ];
};
