import { severityOf, ticketName } from "../../tickets/ticket.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type {
  NotificationCard,
  NotificationCards,
  HistoryLines,
  DoneSentences,
  RefusalSentences,
} from "../../cards/feature-views.ts";
import { severityChangedCard } from "./severity-changed-card.ts";
import { targetsMovedCard } from "./targets-moved-card.ts";
import type { SeverityEvent, SeverityNotification, SeverityCommand, SeverityRefusal } from "./messages.ts";

export const history = {
  severitySet: (event, { viewer }) => {
    const say = sayIn(viewer.locale);
    const [from, to] = [say(`severity.${event.from}`), say(`severity.${event.to}`)];
    if (event.from === event.to) return say("history.severityConfirmed", { to });
    return event.reason === null
      ? say("history.severityChanged", { from, to })
      : say("history.severityLowered", { from, to, reason: oneLine(event.reason, 200) });
  },
  accountSet: ({ to }, { desk, viewer }) =>
    sayIn(viewer.locale)("history.accountSet", {
      to: desk.accounts[to]?.name ?? desk.former.accounts[to] ?? to,
    }),
  replanned: (_, { viewer }) => sayIn(viewer.locale)("history.replanned"),
} satisfies HistoryLines<SeverityEvent["type"]>;

const severityLoweredCard: NotificationCard<"severityLowered"> = (
  { from, to, reason, by },
  { ticket, desk, viewer },
) => {
  const say = sayIn(viewer.locale);
  const card = sentenceCard(
    say("message.severityLowered", {
      name: nameOf(desk, by),
      ticket: ticketName(ticket.number),
      from: say(`severity.${from}`),
      to: say(`severity.${to}`),
    }),
  );
  return { ...card, parts: [...card.parts, { part: "quote", text: reason }] };
};

export const cards = {
  severityChanged: severityChangedCard,
  severityLowered: severityLoweredCard,
  targetsMoved: targetsMovedCard,
} satisfies NotificationCards<SeverityNotification["type"]>;

export const done = {
  setSeverity: ({ ticket, say, name }) =>
    say("done.severity", { ticket: name, severity: say(`severity.${severityOf(ticket)}`) }),
  setAccount: ({ ticket, desk, say, name }) =>
    say("done.account", { ticket: name, name: accountName(desk, ticket, say) }),
  replan: null,
} satisfies DoneSentences<SeverityCommand["type"]>;

export const refusals = {
  reasonNeeded: (_, { say, ticket }) => say("refusal.reasonNeeded", { ticket }),
  noSuchAccount: ({ name }, { say }) => say("refusal.noSuchAccount", { name: oneLine(name, 60) }),
  channelOfAnother: ({ name }, { say }) => say("refusal.channelOfAnother", { name: oneLine(name, 60) }),
  requesterOfAnother: ({ requester, name }, { say, ticket }) =>
    say("refusal.requesterOfAnother", { ticket, requester: oneLine(requester, 60), name: oneLine(name, 60) }),
  consultingHasNone: (_, { say, ticket }) => say("refusal.consultingHasNone", { ticket }),
} satisfies RefusalSentences<SeverityRefusal["reason"]>;
