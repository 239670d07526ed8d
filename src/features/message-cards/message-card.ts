import type { Instant } from "../../sla/instant.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Notification } from "../../tickets/effect.ts";

import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { assigneeNoticeCard } from "../assignment/assignee-mention.ts";
import { assignedCard, untoldCard } from "../assignment/assigned-card.ts";
import { assigneeLeftCard } from "../assignment/assignee-left-card.ts";
import { changedWordsCard, customerFileCard, customerWordsCard } from "../conversation/customer-words-card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { pendingReplyCard, settledReplyCard } from "../reply/pending-reply-card.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import { openingChangedCard, publicDeletedCard } from "../open/opening-words.ts";
import { targetsMovedCard } from "../severity/targets-moved-card.ts";
import { newsLine } from "../promised-updates/news-line.ts";
import { ratingQuestion } from "../rating/rating-question.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { reminderCard } from "../reminders/reminder-card.ts";
import { severityChangedCard } from "../severity/severity-changed-card.ts";
import { techMessageCard } from "../tech-handoff/tech-message-card.ts";
import { momentAndLeft, plain, sentenceCard, strong } from "../../i18n/spans.ts";
import { pageCard } from "../escalation/page-card.ts";
import { escalationMessageCard } from "../escalation/message-card.ts";
import { threadImportedCard } from "../open/imported-thread-card.ts";
import { linkCard } from "../ticket-links/link-texts.ts";
import { troubleWords } from "./trouble-words.ts";
import { nameOf } from "../../i18n/directory.ts";
import { undeliveredCard } from "../reply/undelivered-card.ts";
import { sayIn } from "../../i18n/say.ts";

const replyCard = (
  message: Extract<Notification, { type: "reply" }>,
  ticket: Ticket,
  desk: Desk,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const name = nameOf(desk, message.by);
  return {
    summary: say("message.replySummary", { name, ticket: ticketName(ticket.number), text: oneLine(message.text, 120) }),
    parts: [
      { part: "text", lines: [[strong(say("message.replied", { name, desk: desk.name }))]] },
      { part: "quote", text: message.text },
      ...(message.news === undefined ? [] : [{ part: "text", lines: [newsLine(message.news, viewer)] } as const]),
      ...(message.waits === undefined ? [] : [{ part: "text", lines: [[plain(say("replying.weNeedYou"))]] } as const]),
    ],
  };
};

const noteCard = (
  message: Extract<Notification, { type: "note" }>,
  ticket: Ticket,
  desk: Desk,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const name = nameOf(desk, message.by);
  return {
    summary: say("message.noteSummary", { name, ticket: ticketName(ticket.number), text: oneLine(message.text, 120) }),
    parts: [
      { part: "text", lines: [[strong(say("message.noted", { name }))]] },
      { part: "quote", text: message.text },
    ],
  };
};

const listWords = (words: readonly string[], viewer: Viewer): string =>
  new Intl.ListFormat(viewer.locale, { type: "conjunction" }).format(words.map((each) => `“${each}”`));

const statusCard = (
  { to, asksRating, silent }: Extract<Notification, { type: "statusChanged" }>,
  ticket: Ticket,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const card = sentenceCard(
    say(silent === true ? "way.closedSilently" : `message.${to}`, {
      ticket: ticketName(ticket.number),
      number: ticket.number,
    }),
  );
  return asksRating === true ? { ...card, parts: [...card.parts, ...ratingQuestion(ticket, viewer)] } : card;
};

const severityLoweredCard = (
  { from, to, reason, by }: Extract<Notification, { type: "severityLowered" }>,
  ticket: Ticket,
  desk: Desk,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say("message.severityLowered", {
    name: nameOf(desk, by),
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const card = sentenceCard(sentence);
  return { ...card, parts: [...card.parts, { part: "quote", text: reason }] };
};

const updatePromisedCard = (due: Instant, ticket: Ticket, viewer: Viewer): Card => {
  const sentence = sayIn(viewer.locale)("message.updatePromised", { ticket: ticketName(ticket.number) });
  return {
    summary: `${sentence}${momentWords(due, viewer)}`,
    parts: [{ part: "text", lines: [[plain(sentence), momentAndLeft(due)]] }],
  };
};

/** What stands where a card was before its channel was replaced; without buttons, for they are on the new card. */
const cardMovedCard = ({ to }: Extract<Notification, { type: "cardMoved" }>, ticket: Ticket, viewer: Viewer): Card => {
  const sentence = sayIn(viewer.locale)("message.cardMoved", { ticket: ticketName(ticket.number) });
  const channels = to.map((channel) => ({ t: "channel", channel }) as const);
  const listed = channels.flatMap((each, index) => (index === 0 ? [each] : [plain(", "), each]));
  return { summary: sentence, parts: [{ part: "text", lines: [[plain(`${sentence} `), ...listed]] }] };
};

/** The words for a message, whatever it means; `now` tells how late a reminder goes out. */
export const messageCard = (
  message: Notification,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  viewer: Viewer,
  now: Instant,
): Card => {
  switch (message.type) {
    case "reply":
      return replyCard(message, ticket, desk, viewer);
    case "replyPending":
      return pendingReplyCard(message, ticket, desk, viewer);
    case "replySettled":
      return settledReplyCard(message, ticket, desk, viewer);
    case "internalPosted":
      return sentenceCard(
        sayIn(viewer.locale)("message.internalPosted", {
          name: nameOf(desk, message.by),
          found: oneLine(message.found, 60),
          ticket: ticketName(ticket.number),
        }),
      );
    case "note":
      return noteCard(message, ticket, desk, viewer);
    case "continuesIn":
    case "linkAdded":
      return linkCard(message, ticket, desk, viewer);
    case "noAgentAvailable":
      return sentenceCard(sayIn(viewer.locale)("message.noAgentAvailable", { ticket: ticketName(ticket.number) }));
    case "assigneeLeft":
      return assigneeLeftCard(message, ticket, desk, places, viewer);
    case "assigned":
      return assignedCard(message, ticket, desk, places, viewer);
    case "assigneeNotice":
      return assigneeNoticeCard(message, ticket, desk, places, viewer);
    case "assigneeNotNotified":
      return untoldCard(message, ticket, desk, places, viewer);
    case "toTech":
    case "fromTech":
      return techMessageCard(message, ticket, desk, viewer);
    case "articlesOffered":
      return sentenceCard(
        sayIn(viewer.locale)("message.articlesOffered", {
          titles: listWords(
            message.titles.map((title) => oneLine(title, 100)),
            viewer,
          ),
        }),
      );
    case "threadImported":
      return threadImportedCard(message, ticket, viewer);
    case "publicDeleted":
      return publicDeletedCard(message, ticket, viewer);
    case "openingChanged":
      return openingChangedCard(message, ticket, viewer);
    case "customerMessage":
      return customerWordsCard(message, ticket, desk, places, viewer);
    case "customerFile":
      return customerFileCard(message, ticket, desk, places, viewer);
    case "messageChanged":
      return changedWordsCard(message, ticket, desk, places, viewer);
    case "severityChanged":
      return severityChangedCard(message, ticket, viewer);
    case "targetsMoved":
      return targetsMovedCard(message, ticket, viewer);
    case "severityLowered":
      return severityLoweredCard(message, ticket, desk, viewer);
    case "updatePromised":
      return updatePromisedCard(message.due, ticket, viewer);
    case "statusChanged":
      return statusCard(message, ticket, viewer);
    case "ratingShown":
      return statusCard({ type: "statusChanged", to: "resolved", by: "", asksRating: true }, ticket, viewer);
    case "reminder":
      return reminderCard(message.notice, ticket, desk, places, viewer, now);
    case "page":
      return pageCard(message.page, ticket, desk, places, viewer);
    case "escalated":
    case "unreached":
    case "callRequested":
    case "called":
    case "nudged":
    case "rated":
    case "told":
      return escalationMessageCard(message, ticket, desk, viewer);
    case "conversationMoved": {
      const why = troubleWords(message.why, viewer);
      return sentenceCard(sayIn(viewer.locale)("trouble.moved", { ticket: ticketName(ticket.number), why }));
    }
    case "cardMoved":
      return cardMovedCard(message, ticket, viewer);
    case "undelivered":
      return undeliveredCard(message, ticket, viewer);
    case "undeliveredResolved":
      return sentenceCard(
        sayIn(viewer.locale)(`message.lost.${message.how}`, {
          name: nameOf(desk, message.by),
          ticket: ticketName(ticket.number),
        }),
      );
  }
};
