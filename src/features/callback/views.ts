import { callBackOf, ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { notifyTargetsText, routesText } from "../../cards/route-texts.ts";
import type { CallbackEvent, CallbackNotification, CallbackCommand, CallbackRefusal } from "./messages.ts";
import { contactText } from "../../cards/people.ts";
import { severityList } from "../../cards/ticket-heading.ts";

export const history = {
  callRequested: ({ number, page }, context) =>
    sayIn(context.viewer.locale)("history.callRequested", { number, names: routesText(page, context) }),
  called: (_, { viewer }) => sayIn(viewer.locale)("history.called"),
} satisfies HistoryLines<CallbackEvent["type"]>;

export const cards = {
  callRequested: ({ by, number, time, to }, context) => {
    const say = sayIn(context.viewer.locale);
    const about = {
      name: by,
      ticket: ticketName(context.ticket.number),
      number,
      names: notifyTargetsText(to, context),
    };
    return sentenceCard(
      time === null ? say("call.requested", about) : say("call.requestedFor", { ...about, time: oneLine(time, 100) }),
    );
  },
  called: ({ by }, { ticket, viewer }) =>
    sentenceCard(sayIn(viewer.locale)("call.made", { name: by, ticket: ticketName(ticket.number) })),
} satisfies NotificationCards<CallbackNotification["type"]>;

export const done = {
  requestCall: ({ ticket, say, name }) => {
    const callBack = callBackOf(ticket);
    return callBack === null ? null : say("done.callRequested", { ticket: name, number: callBack.number });
  },
  reportCalled: ({ say, name }) => say("done.called", { ticket: name }),
} satisfies DoneSentences<CallbackCommand["type"]>;

export const refusals = {
  callNotOffered: ({ manager, severities }, { desk, viewer, say, ticket }) => {
    const contact = contactText(manager, desk, viewer);
    return severities.length === 0
      ? say("refusal.noCallAtAll", { contact })
      : say("refusal.callNotOffered", { ticket, contact, severities: severityList(severities, viewer) });
  },
  callRequestedAlready: (_, { say, ticket }) => say("refusal.callRequestedAlready", { ticket }),
  noCallRequested: (_, { say, ticket }) => say("refusal.noCallRequested", { ticket }),
} satisfies RefusalSentences<CallbackRefusal["reason"]>;
