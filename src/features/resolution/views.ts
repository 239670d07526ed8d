import { ticketName } from "../../tickets/ticket.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCard, NotificationCards, HistoryLines, DoneSentences } from "../../cards/feature-views.ts";
import { howToCarryOn, ratingQuestion } from "../rating/index.ts";
import type { ResolutionEvent, StatusNotification, ResolutionCommand } from "./messages.ts";

export const history = {
  resolved: ({ autoClosed }, { viewer }) =>
    sayIn(viewer.locale)(autoClosed ? "history.autoClosed" : "history.resolved"),
  reopened: (_, { viewer }) => sayIn(viewer.locale)("history.reopened"),
} satisfies HistoryLines<ResolutionEvent["type"]>;

/** The ticket's new status. A resolved ticket may ask the customer for a rating. */
const statusCard: NotificationCard<"statusChanged"> = ({ to, asksRating, autoClosed }, { ticket, viewer }) => {
  const card = sentenceCard(
    sayIn(viewer.locale)(autoClosed ? "waiting.autoClosed" : `message.${to}`, {
      ticket: ticketName(ticket.number),
    }),
  );
  return {
    ...card,
    parts: [
      ...card.parts,
      ...(to === "resolved" ? [howToCarryOn(ticket, viewer)] : []),
      ...(asksRating ? ratingQuestion(ticket, viewer) : []),
    ],
  };
};

export const cards = { statusChanged: statusCard } satisfies NotificationCards<StatusNotification["type"]>;

export const done = {
  resolve: ({ say, name }) => say("done.resolved", { ticket: name }),
  reopen: ({ say, name }) => say("done.reopened", { ticket: name }),
} satisfies DoneSentences<ResolutionCommand["type"]>;
