import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { techMessageCard } from "./tech-message-card.ts";
import type { TechEvent, TechNotification, TechCommand, TechRefusal } from "./messages.ts";

export const history = {
  techAsked: ({ need }, { viewer }) => sayIn(viewer.locale)("history.techAsked", { text: oneLine(need, 140) }),
  techMessaged: ({ text }, { viewer }) => sayIn(viewer.locale)("history.techMessaged", { text: oneLine(text, 140) }),
  techClaimed: (_, { viewer }) => sayIn(viewer.locale)("history.techClaimed"),
  techCommented: ({ text }, { viewer }) => sayIn(viewer.locale)("history.techCommented", { text: oneLine(text, 140) }),
  techReturned: ({ done, findings }, { viewer }) =>
    sayIn(viewer.locale)(done ? "history.techDone" : "history.techReturned", { text: oneLine(findings, 140) }),
} satisfies HistoryLines<TechEvent["type"]>;

export const cards = {
  toTech: techMessageCard,
  fromTech: techMessageCard,
} satisfies NotificationCards<TechNotification["type"]>;

export const done = {
  askTech: ({ say, name }) => say("done.techMessaged", { ticket: name }),
  claimTech: ({ say, name }) => say("done.techClaimed", { ticket: name }),
  commentAsTech: null,
  returnTech: ({ say, name }) => say("done.techReturned", { ticket: name }),
} satisfies DoneSentences<TechCommand["type"]>;

export const refusals = {
  noTechTeam: (_, { say, ticket }) => say("refusal.noTechTeam", { ticket }),
  notWithTech: (_, { say, ticket }) => say("refusal.notWithTech", { ticket }),
} satisfies RefusalSentences<TechRefusal["reason"]>;
