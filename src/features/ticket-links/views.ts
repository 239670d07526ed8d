import { ticketName } from "../../tickets/ticket.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sentenceCard, plain } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import type { LinkEvent, LinkNotification, LinkCommand, LinkRefusal } from "./messages.ts";
import type { Card } from "../../chat/card.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";

/** The links of a ticket on one line. For staff. */
export const linksLine = (links: readonly TicketLink[], say: Say) =>
  plain(links.map(({ number, how }) => say(`link.${how}`, { other: ticketName(number) })).join(", "));

/** Tells the agent who linked or merged two tickets that it is done. */
export const linkedCard = (how: "merge" | "link", number: number, to: number, viewer: Viewer): Card =>
  sentenceCard(sayIn(viewer.locale)(`link.done.${how}`, { ticket: ticketName(number), to: ticketName(to) }));

export const history = {
  merged: ({ into }, { viewer }) => sayIn(viewer.locale)("history.link.merged", { other: ticketName(into) }),
  linkAdded: ({ how, number }, { viewer }) =>
    sayIn(viewer.locale)(`history.link.${how}`, { other: ticketName(number) }),
} satisfies HistoryLines<LinkEvent["type"]>;

export const cards = {
  /** For the customer. */
  continuesIn: ({ why, to, severity }, { ticket, desk, viewer }) => {
    const say = sayIn(viewer.locale);
    const other = ticketName(to);
    const isNeverReopened = why === "closed" && desk.reopen === null;
    const sentence = say(`link.continuesIn.${isNeverReopened ? "neverReopened" : why}`, {
      ticket: ticketName(ticket.number),
      to: other,
    });
    const lower =
      severity === null ? [] : [say("link.continuesIn.severity", { to: other, severity: say(`severity.${severity}`) })];
    return sentenceCard([sentence, ...lower].join(" "));
  },
  /** For staff. */
  linkAdded: ({ link, by }, { ticket, desk, viewer }) =>
    sentenceCard(
      sayIn(viewer.locale)(
        `link.added.${link.how === "followedBy" && desk.reopen === null ? "neverReopened" : link.how}`,
        {
          name: nameOf(desk, by),
          ticket: ticketName(ticket.number),
          other: ticketName(link.number),
        },
      ),
    ),
} satisfies NotificationCards<LinkNotification["type"]>;

export const done = {
  merge: null,
  mergeFrom: null,
  link: null,
  followUp: null,
} satisfies DoneSentences<LinkCommand["type"]>;

export const refusals = {
  continuesIn: ({ to }, { say, ticket }) => say("refusal.link.continuesIn", { ticket, to: ticketName(to) }),
  sameTicket: (_, { say }) => say("refusal.link.sameTicket"),
  linkedAlready: ({ to }, { say, ticket }) => say("refusal.link.linkedAlready", { ticket, to: ticketName(to) }),
  targetResolved: ({ to }, { say, ticket }) => say("refusal.link.targetResolved", { ticket, to: ticketName(to) }),
  otherReaders: ({ to }, { say, ticket }) => say("refusal.link.otherReaders", { ticket, to: ticketName(to) }),
  continuesHere: ({ to }, { say, ticket }) => say("refusal.link.continuesHere", { ticket, to: ticketName(to) }),
  mergeWithTech: ({ to }, { say, ticket }) => say("refusal.link.mergeWithTech", { ticket, to: ticketName(to) }),
  callInBoth: ({ to }, { say, ticket }) => say("refusal.link.callInBoth", { ticket, to: ticketName(to) }),
  otherAccount: ({ to }, { say, ticket }) => say("refusal.link.otherAccount", { ticket, to: ticketName(to) }),
} satisfies RefusalSentences<LinkRefusal["reason"]>;
