import { openingChangedCard, publicDeletedCard } from "./opening-changed-card.ts";
import { sayIn } from "../../i18n/say.ts";
import {
  messageInLine,
  textInLine,
  type NotificationCards,
  type HistoryLines,
  type DoneSentences,
  type RefusalSentences,
} from "../../cards/feature-views.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { conversationMovedCard } from "./elsewhere-card.ts";
import { wroteInAreaCard } from "./wrote-in-area-card.ts";
import { changedMessageCard, customerFileCard, customerMessageCard } from "./customer-message-card.ts";
import type { AttachmentNotification } from "../attachments/index.ts";
import type {
  ConversationEvent,
  ConversationNotification,
  ConversationCommand,
  ConversationRefusal,
} from "./messages.ts";

export const history = {
  customerWrote: (event, { viewer }) =>
    sayIn(viewer.locale)("history.customerWrote", { text: messageInLine(event, viewer) }),
  dismissed: (_, { viewer }) => sayIn(viewer.locale)("history.dismissed"),
  messageEdited: ({ kind, text, title }, { viewer }) => {
    const say = sayIn(viewer.locale);
    const shown = textInLine(text, viewer);
    return title === null
      ? say(`history.edited.${kind}`, { text: shown })
      : say("history.edited.openedAndTitle", { text: shown, title: textInLine(title, viewer) });
  },
  messageDeleted: ({ kind, platform, textKept, author }, { viewer }) => {
    const say = sayIn(viewer.locale);
    if (platform === null) return say(textKept ? "history.deletedOwnKept" : `history.deletedOwn.${kind}`);
    return say(textKept ? "history.deletedOnPlatformKept" : `history.deletedOnPlatform.${kind}`, {
      author: author ?? "",
    });
  },
  conversationRetried: (_, { viewer }) => sayIn(viewer.locale)("history.conversationRetried"),
  conversationMoved: ({ why }, { viewer }) =>
    sayIn(viewer.locale)("history.conversationMoved", { why: troubleText(why, viewer) }),
} satisfies HistoryLines<ConversationEvent["type"]>;

export const cards = {
  customerMessage: customerMessageCard,
  wroteInArea: wroteInAreaCard,
  customerFile: customerFileCard,
  messageChanged: changedMessageCard,
  directChanged: changedMessageCard,
  openingChanged: openingChangedCard,
  publicDeleted: publicDeletedCard,
  conversationMoved: conversationMovedCard,
} satisfies NotificationCards<ConversationNotification["type"] | AttachmentNotification["type"]>;

export const done = {
  receiveMessage: null,
  editMessage: null,
  deleteMessage: null,
  dismiss: ({ say, name }) => say("done.dismissed", { ticket: name }),
  moveConversation: null,
} satisfies DoneSentences<ConversationCommand["type"]>;

export const refusals = {
  nothingUnanswered: (_, { say, ticket }) => say("refusal.nothingUnanswered", { ticket }),
} satisfies RefusalSentences<ConversationRefusal["reason"]>;
