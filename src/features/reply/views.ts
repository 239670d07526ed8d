import { ticketName } from "../../tickets/ticket.ts";
import { nameOf } from "../../i18n/directory.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain, sentenceCard, strong } from "../../i18n/spans.ts";
import {
  messageInLine,
  type NotificationCard,
  type NotificationCards,
  type HistoryLines,
  type DoneSentences,
  type RefusalSentences,
} from "../../cards/feature-views.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { newsLine } from "../promised-updates/index.ts";
import { pendingReplyCard, settledReplyCard } from "./pending-reply-card.ts";
import { replyReturnedCard } from "./returned-reply-card.ts";
import { undeliveredCard } from "./undelivered-card.ts";
import type { ReplyEvent, ReplyNotification, ReplyCommand, ReplyRefusal } from "./messages.ts";

export const history = {
  replied: (event, { viewer }) => sayIn(viewer.locale)("history.replied", { text: messageInLine(event, viewer) }),
  replyPending: (event, { viewer }) =>
    sayIn(viewer.locale)("history.replyPending", { text: messageInLine(event, viewer) }),
  replyUndone: (event, { viewer }) =>
    sayIn(viewer.locale)("history.replyUndone", { text: messageInLine(event, viewer) }),
  replyReturned: (event, { viewer }) =>
    sayIn(viewer.locale)(`history.replyReturned.${event.why}`, { text: messageInLine(event, viewer) }),
  undelivered: ({ to, why, certain }, { viewer }) => {
    const say = sayIn(viewer.locale);
    const about = { why: troubleText(why, viewer) };
    if (to === "tech") return say("history.techUnreached", about);
    return say(certain ? "history.undelivered" : "history.deliveryUnknown", about);
  },
  resent: (_, { viewer }) => sayIn(viewer.locale)("history.resent"),
  markedDelivered: (_, { viewer }) => sayIn(viewer.locale)("history.markedDelivered"),
} satisfies HistoryLines<ReplyEvent["type"]>;

const replyCard: NotificationCard<"reply"> = ({ by, text, nextUpdateDue, setsWaiting }, { ticket, desk, viewer }) => {
  const say = sayIn(viewer.locale);
  const name = nameOf(desk, by);
  return {
    summary: say("message.replySummary", { name, ticket: ticketName(ticket.number), text: oneLine(text, 120) }),
    parts: [
      { part: "text", lines: [[strong(say("message.replied", { name, desk: desk.name }))]] },
      { part: "quote", text },
      ...(nextUpdateDue === null ? [] : [{ part: "text", lines: [newsLine(nextUpdateDue, viewer)] } as const]),
      ...(setsWaiting ? [{ part: "text", lines: [[plain(say("replying.weNeedYou"))]] } as const] : []),
    ],
  };
};

export const cards = {
  reply: replyCard,
  replyPending: pendingReplyCard,
  replySettled: settledReplyCard,
  replyReturned: replyReturnedCard,
  internalPosted: ({ by, found }, { ticket, desk, viewer }) =>
    sentenceCard(
      sayIn(viewer.locale)("message.internalPosted", {
        name: nameOf(desk, by),
        found: oneLine(found, 60),
        ticket: ticketName(ticket.number),
      }),
    ),
  undelivered: undeliveredCard,
  undeliveredResolved: ({ how, by }, { ticket, desk, viewer }) =>
    sentenceCard(
      sayIn(viewer.locale)(`undelivered.${how}`, { name: nameOf(desk, by), ticket: ticketName(ticket.number) }),
    ),
} satisfies NotificationCards<ReplyNotification["type"]>;

export const done = {
  reply: ({ say, name }) => say("done.replied", { ticket: name }),
  releaseReply: ({ say, name }) => say("done.replied", { ticket: name }),
  undoReply: ({ say, name }) => say("done.undone", { ticket: name }),
  reportUndelivered: null,
  resend: ({ say, name }) => say("done.resent", { ticket: name }),
  markDelivered: ({ say, name }) => say("done.markedDelivered", { ticket: name }),
} satisfies DoneSentences<ReplyCommand["type"]>;

export const refusals = {
  internalMention: ({ found }, { say }) => say("refusal.internalMention", { found: oneLine(found, 60) }),
  handledAlready: (_, { say }) => say("refusal.handledAlready"),
  noLongerPending: (_, { say }) => say("refusal.noLongerPending"),
  customerElsewhere: (_, { say, ticket }) => say("refusal.customerElsewhere", { ticket, button: say("button.reply") }),
  audienceChanged: (_, { say, ticket }) => say("refusal.audienceChanged", { ticket }),
  noReader: (_, { say, ticket }) => say("refusal.noReader", { ticket }),
} satisfies RefusalSentences<ReplyRefusal["reason"]>;
