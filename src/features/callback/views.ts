import { ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines } from "../../cards/feature-views.ts";
import { notifyTargetsText, routesText } from "../../cards/route-texts.ts";
import type { CallbackEvent, CallbackNotification } from "./messages.ts";

export const callbackHistory = {
  callRequested: ({ number, page }, context) =>
    sayIn(context.viewer.locale)("history.callRequested", { number, names: routesText(page, context) }),
  called: (_, { viewer }) => sayIn(viewer.locale)("history.called"),
} satisfies HistoryLines<CallbackEvent["type"]>;

export const callbackCards = {
  callRequested: ({ by, number, time, to }, context) => {
    const say = sayIn(context.viewer.locale);
    const about = {
      name: by,
      ticket: ticketName(context.ticket.number),
      number,
      names: notifyTargetsText(to, context),
    };
    return sentenceCard(
      time === null
        ? say("way.callInternal", about)
        : say("way.callInternalTime", { ...about, time: oneLine(time, 100) }),
    );
  },
  called: ({ by }, { ticket, viewer }) =>
    sentenceCard(sayIn(viewer.locale)("way.calledInternal", { name: by, ticket: ticketName(ticket.number) })),
} satisfies NotificationCards<CallbackNotification["type"]>;
