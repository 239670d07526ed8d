import { carried, notCarried } from "../../tickets/files/carried-files.ts";
import {
  type Effect,
  type Notification,
  nameOf,
  refreshCards,
  toConversation,
  toInternal,
} from "../../tickets/effect.ts";
import type { EventOf } from "../../tickets/rules.ts";
import type { Ticket } from "../../tickets/ticket.ts";

const replyOf = (event: EventOf<"replied">): Notification => {
  const { text, nextUpdateDue, setsWaiting } = event;
  return {
    type: "reply",
    text,
    by: nameOf(event),
    ...(nextUpdateDue === undefined ? {} : { nextUpdateDue }),
    ...(setsWaiting === undefined ? {} : { setsWaiting }),
  };
};

/** The card of a pending reply must show that it was sent or undone. */
const settledReply = (
  event: EventOf<"replied"> | EventOf<"replyUndone">,
  replyId: number | undefined,
): readonly Effect[] => {
  if (replyId === undefined) return [];
  const how = event.type === "replied" ? "sent" : "undone";
  const nextUpdateDue = event.type === "replied" ? (event.nextUpdateDue ?? null) : null;
  return [toInternal({ type: "replySettled", replyId, how, text: event.text, by: nameOf(event), nextUpdateDue })];
};

export const afterReplied = (event: EventOf<"replied">): readonly Effect[] => {
  const by = nameOf(event);
  return [
    refreshCards,
    ...(event.alreadyPosted ? [] : [toConversation(replyOf(event))]),
    ...settledReply(event, event.replyId),
    ...(event.revealed === undefined ? [] : [toInternal({ type: "internalPosted", found: event.revealed, by })]),
    ...carried({ ...event, by, company: null, staff: true }).map(toInternal),
    ...notCarried({ ...event, by, company: null }).map(toInternal),
  ];
};

export const afterReplyPending = (event: EventOf<"replyPending">): readonly Effect[] => {
  const { replyId, text, until, update, setsWaiting } = event;
  const nextUpdateDue = update?.due ?? null;
  return [
    toInternal({
      type: "replyPending",
      replyId,
      text,
      by: nameOf(event),
      until,
      nextUpdateDue,
      ...(setsWaiting === undefined ? {} : { setsWaiting }),
    }),
  ];
};

export const afterReplyUndone = (event: EventOf<"replyUndone">): readonly Effect[] =>
  settledReply(event, event.replyId);

export const afterUndelivered = (
  { text, why, certain, key, to }: EventOf<"undelivered">,
  ticket: Ticket,
): readonly Effect[] => [
  toInternal({
    type: "undelivered",
    text,
    why,
    certain,
    undeliveredId: key === undefined ? null : (ticket.undelivered.findLast((each) => each.key === key)?.id ?? null),
    ...(to === undefined ? {} : { to }),
  }),
];

export const afterResent = (event: EventOf<"resent">): readonly Effect[] => [
  { type: "resend", key: event.key },
  toInternal({
    type: "undeliveredResolved",
    how: event.by.kind === "clock" ? "resentByItself" : "resent",
    by: nameOf(event),
  }),
];
