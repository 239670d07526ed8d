import { carried, notCarried } from "../../tickets/files/carried-files.ts";
import type { Effect, Notification } from "../../tickets/effect.ts";
import type { EventOf } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/send.ts";
import type { Ticket } from "../../tickets/ticket.ts";

const replyOf = (event: EventOf<"replied">): Notification => {
  const { text, news, waits } = event;
  return {
    type: "reply",
    text,
    by: nameOf(event),
    ...(news === undefined ? {} : { news }),
    ...(waits === undefined ? {} : { waits }),
  };
};

/** The card of a pending reply must show that it was sent or undone. */
const settledReply = (
  event: EventOf<"replied"> | EventOf<"replyUndone">,
  held: number | undefined,
): readonly Effect[] => {
  if (held === undefined) return [];
  const how = event.type === "replied" ? "sent" : "undone";
  const news = event.type === "replied" ? (event.news ?? null) : null;
  return [toInternal({ type: "replySettled", held, how, text: event.text, by: nameOf(event), news })];
};

export const afterReplied = (event: EventOf<"replied">): readonly Effect[] => {
  const by = nameOf(event);
  return [
    refreshCards,
    ...(event.alreadyPosted ? [] : [toConversation(replyOf(event))]),
    ...settledReply(event, event.held),
    ...(event.revealed === undefined ? [] : [toInternal({ type: "internalPosted", found: event.revealed, by })]),
    ...carried({ ...event, by, staff: true }).map(toInternal),
    ...notCarried({ ...event, by }).map(toInternal),
  ];
};

export const afterReplyPending = (event: EventOf<"replyPending">): readonly Effect[] => {
  const { held, text, until, update, waits } = event;
  const news = update?.due ?? null;
  return [
    toInternal({
      type: "replyPending",
      held,
      text,
      by: nameOf(event),
      until,
      news,
      ...(waits === undefined ? {} : { waits }),
    }),
  ];
};

export const afterReplyUndone = (event: EventOf<"replyUndone">): readonly Effect[] => settledReply(event, event.held);

export const afterUndelivered = (
  { what, why, certain, key, to }: EventOf<"undelivered">,
  ticket: Ticket,
): readonly Effect[] => [
  toInternal({
    type: "undelivered",
    what,
    why,
    certain,
    lost: key === undefined ? null : (ticket.undelivered.findLast((each) => each.key === key)?.id ?? null),
    ...(to === undefined ? {} : { to }),
  }),
];

export const afterResent = (event: EventOf<"resent">): readonly Effect[] => [
  { type: "resend", key: event.key },
  toInternal({
    type: "undeliveredResolved",
    how: event.by.kind === "clock" ? "back" : "again",
    by: nameOf(event),
  }),
];
