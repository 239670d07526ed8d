import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Message } from "../domain/effect.ts";
import type { Instant } from "../domain/refs.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { assigneeNoticeCard } from "./assignee-mention.ts";
import { assignedCard, untoldCard } from "./assigned-card.ts";
import { assigneeLeftCard } from "./assignee-left-card.ts";
import { changedWordsCard, customerFileCard, customerWordsCard } from "./customer-words-card.ts";
import { oneLine } from "./excerpt.ts";
import { heldReplyCard, settledReplyCard } from "./held-reply-card.ts";
import { momentWords } from "./moment-words.ts";
import { openingChangedCard, publicDeletedCard } from "./opening-words.ts";
import { promisesMovedCard } from "./promises-moved-card.ts";
import { newsLine } from "./news-line.ts";
import { ratingQuestion } from "./rating-question.ts";
import type { Reader, TicketPlaces } from "./reader.ts";
import { reminderCard } from "./reminder-card.ts";
import { severityChangedCard } from "./severity-changed-card.ts";
import { techMessageCard } from "./tech-message-card.ts";
import { momentAndLeft, plain, sentenceCard, strong } from "./spans.ts";
import { summonsCard } from "./summons-card.ts";
import { wayMessageCard } from "./way-message-card.ts";
import { tookOverCard } from "./took-over-card.ts";
import { tieCard } from "./tie-words.ts";
import { troubleWords } from "./trouble-words.ts";
import { nameOf } from "./who.ts";
import { undeliveredCard } from "./undelivered-card.ts";
import { sayIn } from "./words/say.ts";

const replyCard = (message: Extract<Message, { type: "reply" }>, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const name = nameOf(desk, message.by);
  return {
    summary: say("message.replySummary", { name, ticket: ticketName(ticket.number), text: oneLine(message.text, 120) }),
    parts: [
      { part: "text", lines: [[strong(say("message.replied", { name, desk: desk.name }))]] },
      { part: "quote", text: message.text },
      ...(message.news === undefined ? [] : [{ part: "text", lines: [newsLine(message.news, reader)] } as const]),
      ...(message.waits === undefined ? [] : [{ part: "text", lines: [[plain(say("replying.weNeedYou"))]] } as const]),
    ],
  };
};

const noteCard = (message: Extract<Message, { type: "note" }>, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const name = nameOf(desk, message.by);
  return {
    summary: say("message.noteSummary", { name, ticket: ticketName(ticket.number), text: oneLine(message.text, 120) }),
    parts: [
      { part: "text", lines: [[strong(say("message.noted", { name }))]] },
      { part: "quote", text: message.text },
    ],
  };
};

const listWords = (words: readonly string[], reader: Reader): string =>
  new Intl.ListFormat(reader.locale, { type: "conjunction" }).format(words.map((each) => `“${each}”`));

const statusCard = (
  { to, asksRating, silent }: Extract<Message, { type: "statusChanged" }>,
  ticket: Ticket,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const card = sentenceCard(
    say(silent === true ? "way.closedSilently" : `message.${to}`, {
      ticket: ticketName(ticket.number),
      number: ticket.number,
    }),
  );
  return asksRating === true ? { ...card, parts: [...card.parts, ...ratingQuestion(ticket, reader)] } : card;
};

const severityLoweredCard = (
  { from, to, reason, by }: Extract<Message, { type: "severityLowered" }>,
  ticket: Ticket,
  desk: Desk,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const sentence = say("message.severityLowered", {
    name: nameOf(desk, by),
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const card = sentenceCard(sentence);
  return { ...card, parts: [...card.parts, { part: "quote", text: reason }] };
};

const updatePromisedCard = (due: Instant, ticket: Ticket, reader: Reader): Card => {
  const sentence = sayIn(reader.locale)("message.updatePromised", { ticket: ticketName(ticket.number) });
  return {
    summary: `${sentence}${momentWords(due, reader)}`,
    parts: [{ part: "text", lines: [[plain(sentence), momentAndLeft(due)]] }],
  };
};

/** What stands where a card was before its channel was replaced; without buttons, for they are on the new card. */
const cardMovedCard = ({ to }: Extract<Message, { type: "cardMoved" }>, ticket: Ticket, reader: Reader): Card => {
  const sentence = sayIn(reader.locale)("message.cardMoved", { ticket: ticketName(ticket.number) });
  const channels = to.map((channel) => ({ t: "channel", channel }) as const);
  const listed = channels.flatMap((each, index) => (index === 0 ? [each] : [plain(", "), each]));
  return { summary: sentence, parts: [{ part: "text", lines: [[plain(`${sentence} `), ...listed]] }] };
};

/** The words for a message, whatever it means; `now` tells how late a reminder goes out. */
export const messageCard = (
  message: Message,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  reader: Reader,
  now: Instant,
): Card => {
  switch (message.type) {
    case "reply":
      return replyCard(message, ticket, desk, reader);
    case "replyHeld":
      return heldReplyCard(message, ticket, desk, reader);
    case "replySettled":
      return settledReplyCard(message, ticket, desk, reader);
    case "internalSaid":
      return sentenceCard(
        sayIn(reader.locale)("message.internalSaid", {
          name: nameOf(desk, message.by),
          found: oneLine(message.found, 60),
          ticket: ticketName(ticket.number),
        }),
      );
    case "note":
      return noteCard(message, ticket, desk, reader);
    case "goesOn":
    case "tied":
      return tieCard(message, ticket, desk, reader);
    case "nobodyFree":
      return sentenceCard(sayIn(reader.locale)("message.nobodyFree", { ticket: ticketName(ticket.number) }));
    case "assigneeLeft":
      return assigneeLeftCard(message, ticket, desk, places, reader);
    case "assigned":
      return assignedCard(message, ticket, desk, places, reader);
    case "assigneeNotice":
      return assigneeNoticeCard(message, ticket, desk, places, reader);
    case "assigneeUntold":
      return untoldCard(message, ticket, desk, places, reader);
    case "toTech":
    case "fromTech":
      return techMessageCard(message, ticket, desk, reader);
    case "articlesOffered":
      return sentenceCard(
        sayIn(reader.locale)("message.articlesOffered", {
          titles: listWords(
            message.titles.map((title) => oneLine(title, 100)),
            reader,
          ),
        }),
      );
    case "tookOver":
      return tookOverCard(message, ticket, reader);
    case "publicDeleted":
      return publicDeletedCard(message, ticket, reader);
    case "openingChanged":
      return openingChangedCard(message, ticket, reader);
    case "customerWords":
      return customerWordsCard(message, ticket, desk, places, reader);
    case "customerFile":
      return customerFileCard(message, ticket, desk, places, reader);
    case "wordsChanged":
      return changedWordsCard(message, ticket, desk, places, reader);
    case "severityChanged":
      return severityChangedCard(message, ticket, reader);
    case "promisesMoved":
      return promisesMovedCard(message, ticket, reader);
    case "severityLowered":
      return severityLoweredCard(message, ticket, desk, reader);
    case "updatePromised":
      return updatePromisedCard(message.due, ticket, reader);
    case "statusChanged":
      return statusCard(message, ticket, reader);
    case "ratingShown":
      return statusCard({ type: "statusChanged", to: "resolved", by: "", asksRating: true }, ticket, reader);
    case "reminder":
      return reminderCard(message.notice, ticket, desk, places, reader, now);
    case "summons":
      return summonsCard(message.summons, ticket, desk, places, reader);
    case "escalated":
    case "unreached":
    case "callRequested":
    case "called":
    case "nudged":
    case "rated":
    case "told":
      return wayMessageCard(message, ticket, desk, reader);
    case "conversationMoved": {
      const why = troubleWords(message.why, reader);
      return sentenceCard(sayIn(reader.locale)("trouble.moved", { ticket: ticketName(ticket.number), why }));
    }
    case "cardMoved":
      return cardMovedCard(message, ticket, reader);
    case "undelivered":
      return undeliveredCard(message, ticket, reader);
    case "lostSeenTo":
      return sentenceCard(
        sayIn(reader.locale)(`message.lost.${message.how}`, {
          name: nameOf(desk, message.by),
          ticket: ticketName(ticket.number),
        }),
      );
  }
};
