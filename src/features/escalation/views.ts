import { managerOf, personOf } from "../../tickets/people.ts";
import type { Card } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { nameOf } from "../../i18n/directory.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { moment, sentenceCard } from "../../i18n/spans.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { quoteWithRest } from "../../cards/quote.ts";
import type {
  NotificationCard,
  NotificationCards,
  HistoryLines,
  DoneSentences,
  RefusalSentences,
} from "../../cards/feature-views.ts";
import { failedRouteText, notifyTargetsText, notifyTargetText, routesText } from "../../cards/route-texts.ts";
import { pageCard } from "./page-card.ts";
import type { EscalationEvent, EscalationNotification, EscalationCommand, EscalationRefusal } from "./messages.ts";
import { contactText } from "../../cards/people.ts";

export const history = {
  escalated: ({ page, why }, context) => {
    const say = sayIn(context.viewer.locale);
    const names = routesText(page, context);
    return why === null
      ? say("history.escalated", { names })
      : say("history.escalatedWhy", { names, why: oneLine(why, 200) });
  },
  pageFailed: failedRouteText,
  pageDelivered: ({ person }, { desk, viewer }) => {
    const say = sayIn(viewer.locale);
    return say("history.notified", { name: person === null ? say("history.triageMention") : nameOf(desk, person) });
  },
} satisfies HistoryLines<EscalationEvent["type"]>;

const escalatedCard: NotificationCard<"escalated"> = ({ by, why, to }, context) => {
  const { ticket, viewer } = context;
  const toHead = to.some((target) => target.how !== "mention" && target.as === "head");
  const card: Card = sentenceCard(
    sayIn(viewer.locale)(toHead ? "escalation.escalated" : "escalation.escalatedNoHead", {
      name: by,
      ticket: ticketName(ticket.number),
      names: notifyTargetsText(to, context),
    }),
  );
  if (why === null) return card;
  const quote = quoteWithRest({ text: why }, 1_000, { number: ticket.number, transcript: true }, viewer);
  return { ...card, parts: [...card.parts, ...quote] };
};

/** Customers see the head of support and their account manager by name, and all others as the team. */
const nameForCustomer = (person: string | null, { ticket, desk, viewer }: ViewContext): string | null => {
  const say = sayIn(viewer.locale);
  const found = personOf(desk, person);
  if (found === null) return null;
  if (found.roles.includes("head")) return say("person.headOfSupport", { name: found.name });
  return managerOf(desk, ticket)?.key === found.key ? say("person.accountManager", { name: found.name }) : null;
};

/** Tells the customer who was notified, and when. */
const notifiedCard: NotificationCard<"pageDelivered"> = ({ about, person, at }, context) => {
  const { ticket, viewer } = context;
  const say = sayIn(viewer.locale);
  const name = nameForCustomer(person, context);
  const values = { ticket: ticketName(ticket.number), name: name ?? "" };
  const key = name === null ? (`notified.team.${about}` as const) : (`notified.person.${about}` as const);
  return {
    summary: say(key, { ...values, at: momentText(at, viewer) }),
    parts: [{ part: "text", lines: [rich(say, key, { ...values, at: moment(at) })] }],
  };
};

export const cards = {
  page: ({ page }, context) => pageCard(page, context),
  escalated: escalatedCard,
  pageUndelivered: ({ page, why }, context) =>
    sentenceCard(
      sayIn(context.viewer.locale)(`unreached.${page.about}`, {
        ticket: ticketName(context.ticket.number),
        name: notifyTargetText(page.to, context),
        why,
      }),
    ),
  pageDelivered: notifiedCard,
} satisfies NotificationCards<EscalationNotification["type"]>;

export const done = {
  escalate: ({ say, name }) => say("done.escalated", { ticket: name }),
  pageNext: null,
  reportPaged: null,
} satisfies DoneSentences<EscalationCommand["type"]>;

export const refusals = {
  notBreached: ({ due, manager }, { desk, viewer, say, ticket }) => {
    const contact = contactText(manager, desk, viewer);
    return due === null
      ? say("refusal.nothingBreached", { ticket, contact })
      : say("refusal.notBreached", { ticket, contact, due: momentText(due, viewer) });
  },
  escalatedAlready: ({ at, again }, { viewer, say, ticket }) =>
    say("refusal.escalatedAlready", { ticket, at: momentText(at, viewer), again: momentText(again, viewer) }),
} satisfies RefusalSentences<EscalationRefusal["reason"]>;
