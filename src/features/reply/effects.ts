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
import type { MessageAuthor } from "../../tickets/thread/thread-message.ts";
import type { Ticket } from "../../tickets/ticket.ts";

const authorOf = ({ by }: Pick<EventOf<"replied">, "by">): MessageAuthor | null =>
  by.kind === "person" ? { user: by.user, name: by.name } : null;

const replyOf = (event: EventOf<"replied">): Notification => {
  const { text, audience, nextUpdateDue, setsWaiting } = event;
  return {
    type: "reply",
    text,
    by: nameOf(event),
    audience,
    author: authorOf(event),
    nextUpdateDue,
    setsWaiting,
  };
};

const outcomes = { replied: "sent", replyUndone: "undone", replyReturned: "returned" } as const;

/** The card of a pending reply must show what became of it. */
const settledReply = (
  event: EventOf<"replied"> | EventOf<"replyUndone"> | EventOf<"replyReturned">,
  replyId: number | null,
): readonly Effect[] => {
  if (replyId === null) return [];
  const how = outcomes[event.type];
  const nextUpdateDue = event.type === "replied" ? event.nextUpdateDue : null;
  return [toInternal({ type: "replySettled", replyId, how, text: event.text, by: nameOf(event), nextUpdateDue })];
};

export const afterReplied = (event: EventOf<"replied">): readonly Effect[] => {
  const by = nameOf(event);
  return [
    refreshCards,
    ...(event.alreadyPosted ? [] : [toConversation(replyOf(event))]),
    ...settledReply(event, event.replyId),
    ...(event.revealed === null ? [] : [toInternal({ type: "internalPosted", found: event.revealed, by })]),
    ...carried({ ...event, by, company: null, staff: true }).map(toInternal),
    ...notCarried({ ...event, by, company: null, staff: true }).map(toInternal),
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
      setsWaiting,
    }),
  ];
};

export const afterReplyUndone = (event: EventOf<"replyUndone">): readonly Effect[] =>
  settledReply(event, event.replyId);

/** The author gets the text back, with who would read it now. */
export const afterReplyReturned = (event: EventOf<"replyReturned">): readonly Effect[] => {
  const { text, why, setsWaiting } = event;
  const author = authorOf(event);
  return [
    refreshCards,
    ...settledReply(event, event.replyId),
    ...(author === null ? [] : [toInternal({ type: "replyReturned", text, why, author, setsWaiting })]),
  ];
};

export const afterUndelivered = (
  { text, why, certain, key, to, author }: EventOf<"undelivered">,
  ticket: Ticket,
): readonly Effect[] => [
  toInternal({
    type: "undelivered",
    text,
    why,
    certain,
    author,
    undeliveredId: key === undefined ? null : (ticket.undelivered.findLast((each) => each.key === key)?.id ?? null),
    ...(to === undefined ? {} : { to }),
  }),
];

export const afterResent = (event: EventOf<"resent">): readonly Effect[] => [
  { type: "resend", key: event.key, audience: event.audience },
  toInternal({
    type: "undeliveredResolved",
    how: event.by.kind === "clock" ? "resentByItself" : "resent",
    by: nameOf(event),
  }),
];
