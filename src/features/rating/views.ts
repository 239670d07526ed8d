import { ticketName } from "../../tickets/ticket.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { ratingQuestion } from "./rating-question.ts";
import type { RatingEvent, RatingNotification, RatingCommand, RatingRefusal } from "./messages.ts";

export const history = {
  rated: (event, { viewer }) => {
    const say = sayIn(viewer.locale);
    const score = say(`rating.score.${event.score}`);
    return event.before === null
      ? say("history.rated", { score })
      : say("history.ratedAnew", { score, before: say(`rating.score.${event.before}`) });
  },
} satisfies HistoryLines<RatingEvent["type"]>;

export const cards = {
  /** Edits the question, which now shows the answer. */
  ratingShown: (_, { ticket, viewer }) => {
    const about = { ticket: ticketName(ticket.number), number: ticket.number };
    const card = sentenceCard(sayIn(viewer.locale)("message.resolved", about));
    return { ...card, parts: [...card.parts, ...ratingQuestion(ticket, viewer)] };
  },
  rated: ({ by, score, before }, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const about = { name: by, ticket: ticketName(ticket.number), score: say(`rating.score.${score}`) };
    return sentenceCard(
      before === null
        ? say("rating.given", about)
        : say("rating.changed", { ...about, before: say(`rating.score.${before}`) }),
    );
  },
} satisfies NotificationCards<RatingNotification["type"]>;

export const done = {
  rate: ({ say }) => say("done.rated"),
} satisfies DoneSentences<RatingCommand["type"]>;

export const refusals = {
  nothingToRate: (_, { say, ticket }) => say("refusal.nothingToRate", { ticket }),
  ratedAlready: (_, { say }) => say("refusal.ratedAlready"),
} satisfies RefusalSentences<RatingRefusal["reason"]>;
