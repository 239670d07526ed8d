import { listInText } from "../../i18n/languages.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines } from "../../cards/feature-views.ts";
import type { KnowledgeEvent, KnowledgeNotification } from "./messages.ts";

export const history = {
  articlesOffered: ({ titles }, { viewer }) =>
    sayIn(viewer.locale)("history.articlesOffered", { titles: oneLine(titles.join(" · "), 140) }),
} satisfies HistoryLines<KnowledgeEvent["type"]>;

export const cards = {
  articlesOffered: ({ titles }, { viewer }) => {
    const quoted = titles.map((title) => `“${oneLine(title, 100)}”`);
    const list = listInText(quoted, viewer.locale);
    return sentenceCard(sayIn(viewer.locale)("message.articlesOffered", { titles: list }));
  },
} satisfies NotificationCards<KnowledgeNotification["type"]>;
