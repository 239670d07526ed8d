import { ticketName } from "../../tickets/ticket.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { assignedCard, notNotifiedCard } from "./assigned-card.ts";
import { assigneeLeftCard } from "./assignee-left-card.ts";
import { assigneeNoticeCard } from "./assignee-mention.ts";
import type { AssignmentEvent, AssignmentNotification, AssignmentCommand, AssignmentRefusal } from "./messages.ts";
import { oneLine } from "../../i18n/excerpt.ts";

export const history = {
  assigned: ({ claimed, person }, { desk, viewer }) => {
    const say = sayIn(viewer.locale);
    if (claimed) return say("history.claimed");
    return person === null ? say("history.unassigned") : say("history.assigned", { name: nameOf(desk, person) });
  },
  assigneeLeft: ({ person }, { desk, viewer }) =>
    sayIn(viewer.locale)("history.assigneeLeft", { name: nameOf(desk, person) }),
  noAgentAvailable: (_, { viewer }) => sayIn(viewer.locale)("history.noAgentAvailable"),
} satisfies HistoryLines<AssignmentEvent["type"]>;

export const cards = {
  assigned: assignedCard,
  assigneeNotNotified: notNotifiedCard,
  assigneeNotice: assigneeNoticeCard,
  assigneeLeft: assigneeLeftCard,
  noAgentAvailable: (_, { ticket, viewer }) =>
    sentenceCard(sayIn(viewer.locale)("message.noAgentAvailable", { ticket: ticketName(ticket.number) })),
} satisfies NotificationCards<AssignmentNotification["type"]>;

export const done = {
  claim: ({ say, name }) => say("done.claimed", { ticket: name }),
  assign: ({ ticket, desk, say, name }) =>
    ticket.assignee === null
      ? say("done.unassigned", { ticket: name })
      : say("done.assigned", { ticket: name, name: nameOf(desk, ticket.assignee) }),
  reassign: null,
} satisfies DoneSentences<AssignmentCommand["type"]>;

export const refusals = {
  alreadyClaimed: ({ by }, { desk, say, ticket }) => say("refusal.alreadyClaimed", { ticket, name: nameOf(desk, by) }),
  noSuchPerson: ({ name }, { say }) => say("refusal.noSuchPerson", { name: oneLine(name, 60) }),
} satisfies RefusalSentences<AssignmentRefusal["reason"]>;
