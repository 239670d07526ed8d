import { ticketName } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import type { WaitingEvent, WaitingNotification, WaitingCommand, WaitingRefusal } from "./messages.ts";

export const history = {
  waitStarted: (_, { viewer }) => sayIn(viewer.locale)("history.waitStarted"),
  nudged: (_, { viewer }) => sayIn(viewer.locale)("history.nudged"),
  inactivityRestarted: ({ inactivity }, { viewer }) =>
    sayIn(viewer.locale)("history.inactivityRestarted", { since: momentText(inactivity.since, viewer) }),
} satisfies HistoryLines<WaitingEvent["type"]>;

export const cards = {
  nudged: ({ closeAt }, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const about = { ticket: ticketName(ticket.number) };
    return sentenceCard(
      closeAt === null
        ? say("waiting.nudge", about)
        : say("waiting.nudgeClose", { ...about, until: momentText(closeAt, viewer) }),
    );
  },
} satisfies NotificationCards<WaitingNotification["type"]>;

export const done = {
  wait: ({ say, name }) => say("done.waiting", { ticket: name }),
  checkInactivity: null,
} satisfies DoneSentences<WaitingCommand["type"]>;

export const refusals = {
  nothingAskedOfCustomer: (_, { say, ticket }) => say("replying.nothingAsked", { ticket }),
} satisfies RefusalSentences<WaitingRefusal["reason"]>;
