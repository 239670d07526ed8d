import type { Score } from "../../tickets/ticket-records.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { quotePart } from "../../cards/quote.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { howToCarryOn, ratingQuestion } from "./rating-question.ts";
import type { RatingEvent, RatingNotification, RatingCommand, RatingRefusal } from "./messages.ts";

/** The first rating, another score, or only a comment. */
const kindOf = ({ score, before }: { readonly score: Score; readonly before: Score | null }) => {
  if (before === null) return "first";
  return before === score ? "commented" : "changed";
};

export const history = {
  rated: (event, { viewer }) => {
    const say = sayIn(viewer.locale);
    const { before, comment } = event;
    const score = say(`rating.score.${event.score}`);
    const about = { score, before: say(`rating.score.${before ?? event.score}`) };
    const kind = kindOf(event);
    if (comment === null) return kind === "changed" ? say("history.ratedAnew", about) : say("history.rated", { score });
    return say(`history.ratedWithComment.${kind}`, { ...about, comment: oneLine(comment, 200) });
  },
} satisfies HistoryLines<RatingEvent["type"]>;

export const cards = {
  /** Edits the question, which now shows the answer. */
  ratingShown: (_, { ticket, viewer }) => {
    const card = sentenceCard(sayIn(viewer.locale)("message.resolved", { ticket: ticketName(ticket.number) }));
    return { ...card, parts: [...card.parts, howToCarryOn(ticket, viewer), ...ratingQuestion(ticket, viewer)] };
  },
  rated: (rated, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const { by, score, before, comment } = rated;
    const about = { name: by, ticket: ticketName(ticket.number), score: say(`rating.score.${score}`) };
    const card = sentenceCard(
      {
        first: say("rating.given", about),
        changed: say("rating.changed", { ...about, before: say(`rating.score.${before ?? score}`) }),
        commented: say("rating.commented", about),
      }[kindOf(rated)],
    );
    return comment === null ? card : { ...card, parts: [...card.parts, quotePart({ text: comment })] };
  },
} satisfies NotificationCards<RatingNotification["type"]>;

export const done = {
  rate: ({ say }) => say("done.rated"),
} satisfies DoneSentences<RatingCommand["type"]>;

export const refusals = {
  nothingToRate: (_, { say, ticket }) => say("refusal.nothingToRate", { ticket }),
  ratedAlready: (_, { say }) => say("refusal.ratedAlready"),
} satisfies RefusalSentences<RatingRefusal["reason"]>;
