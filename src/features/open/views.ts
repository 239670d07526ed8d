import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { threadImportedCard } from "./imported-thread-card.ts";
import type { OpenEvent, OpenNotification, OpenCommand, OpenRefusal } from "./messages.ts";
import { ticketName } from "../../tickets/ticket.ts";

export const history = {
  opened: ({ kind, source, severity, requester }, { viewer }) => {
    const say = sayIn(viewer.locale);
    if (kind === "consulting") return say("history.openedConsulting");
    const about = { severity: say(`severity.${severity}`) };
    return source === null
      ? say("history.opened", about)
      : say(`history.openedFrom.${source.how}`, { ...about, author: requester.name });
  },
  threadImported: ({ messages }, { viewer }) =>
    sayIn(viewer.locale)("history.threadImported", { count: messages.length }),
} satisfies HistoryLines<OpenEvent["type"]>;

export const cards = { threadImported: threadImportedCard } satisfies NotificationCards<OpenNotification["type"]>;

export const done = {
  open: null,
} satisfies DoneSentences<OpenCommand["type"]>;

export const refusals = {
  noContact: ({ name }, { say }) => say("refusal.noContact", { name: oneLine(name, 60) }),
  messageOfAnother: ({ name }, { say }) => say("refusal.messageOfAnother", { name: oneLine(name, 60) }),
  alreadyTicket: ({ number }, { say }) => say("refusal.alreadyTicket", { ticket: ticketName(number) }),
} satisfies RefusalSentences<OpenRefusal["reason"]>;
