import { clockOnly, support, supportAndClock, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, toInternal } from "../../tickets/effect.ts";
import { whenReplied } from "../../tickets/clocks/clock-changes.ts";
import { promisedUnder } from "../../tickets/clocks/promised-update.ts";
import { withWritten } from "../../tickets/thread/thread-messages.ts";
import { replyToCustomer, reportUndelivered } from "./decide.ts";
import {
  afterReplied,
  afterReplyPending,
  afterReplyReturned,
  afterReplyUndone,
  afterResent,
  afterUndelivered,
} from "./effects.ts";
import {
  replied,
  replyAnswered,
  replyPending,
  replyUndone,
  undelivered,
  undeliveredResolved,
  unreadBy,
} from "./evolve.ts";
import type { ReplyCommand, ReplyEvent } from "./messages.ts";
import { releaseReply, undoReply } from "./pending-replies.ts";
import { markDelivered, resend } from "./undelivered.ts";

export const reply = {
  commands: {
    reply: { permission: support, decide: replyToCustomer },
    releaseReply: { permission: supportAndClock, decide: releaseReply },
    undoReply: { permission: support, decide: ({ ticket, command }) => undoReply(ticket, command) },
    reportUndelivered: { permission: clockOnly, decide: reportUndelivered },
    resend: { permission: support, decide: ({ ticket, command, desk }) => resend(ticket, command, desk) },
    markDelivered: { permission: support, decide: ({ ticket, command }) => markDelivered(ticket, command) },
  },
  events: {
    replied: {
      evolve: replied,
      unanswered: replyAnswered,
      messages: (messages, event) => withWritten(messages, event, event.at, null),
      effects: afterReplied,
      rehearsed: ({ ticket, event, desk }) => {
        const { at, nextUnanswered: next } = event;
        return { ...event, clocks: whenReplied(ticket, desk, { at, unread: unreadBy(ticket, event), next }) };
      },
      // Staff have no limit of files.
      countedFiles: () => [],
    },
    replyPending: {
      evolve: replyPending,
      effects: afterReplyPending,
      rehearsed: ({ ticket, event, desk }) => ({
        ...event,
        update: event.update === null ? null : promisedUnder(ticket, event.update, desk),
      }),
    },
    replyUndone: { evolve: replyUndone, effects: afterReplyUndone },
    replyReturned: { evolve: replyUndone, effects: afterReplyReturned },
    undelivered: { evolve: undelivered, effects: afterUndelivered },
    resent: { evolve: undeliveredResolved, effects: afterResent },
    markedDelivered: {
      evolve: undeliveredResolved,
      effects: (event) => [toInternal({ type: "undeliveredResolved", how: "arrived", by: nameOf(event) })],
    },
  },
} satisfies FeatureRules<ReplyCommand, ReplyEvent>;
