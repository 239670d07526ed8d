import { ticketName } from "../../tickets/ticket.ts";
import { nameOf } from "../../i18n/directory.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCard, NotificationCards, HistoryLines } from "../../cards/feature-views.ts";
import { severityChangedCard } from "./severity-changed-card.ts";
import { targetsMovedCard } from "./targets-moved-card.ts";
import type { SeverityEvent, SeverityNotification } from "./messages.ts";

export const severityHistory = {
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

export const severityCards = {
  severityChanged: severityChangedCard,
  severityLowered: severityLoweredCard,
  targetsMoved: targetsMovedCard,
} satisfies NotificationCards<SeverityNotification["type"]>;
