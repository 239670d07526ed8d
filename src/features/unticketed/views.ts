import type { DoneSentences, HistoryLines, NotificationCards } from "../../cards/feature-views.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { UnticketedCommand, UnticketedEvent, UnticketedNotification } from "./messages.ts";

export const history = {
  askingExplained: (_, { viewer }) => sayIn(viewer.locale)("history.askingExplained"),
} satisfies HistoryLines<UnticketedEvent["type"]>;

export const cards = {
  askingExplained: (_, { viewer }) => {
    const say = sayIn(viewer.locale);
    const summary = say("unticketed.explained");
    return {
      summary,
      parts: [{ part: "text", lines: [[plain(summary)], [plain(say("unticketed.waysToAsk"))]] }],
    };
  },
} satisfies NotificationCards<UnticketedNotification["type"]>;

export const done = { explainAsking: null } satisfies DoneSentences<UnticketedCommand["type"]>;
