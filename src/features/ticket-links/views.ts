import { ticketName } from "../../tickets/ticket.ts";
import { sayIn } from "../../i18n/say.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines } from "../../cards/feature-views.ts";
import type { LinkEvent, LinkNotification } from "./messages.ts";

export const linkHistory = {
  merged: ({ into }, { viewer }) => sayIn(viewer.locale)("tie.history.merged", { other: ticketName(into) }),
  linkAdded: ({ how, number }, { viewer }) => sayIn(viewer.locale)(`tie.history.${how}`, { other: ticketName(number) }),
} satisfies HistoryLines<LinkEvent["type"]>;

export const linkCards = {
  /** For the customer. */
  continuesIn: ({ why, to }, { ticket, viewer }) =>
    sentenceCard(
      sayIn(viewer.locale)(`tie.continuesIn.${why}`, { ticket: ticketName(ticket.number), to: ticketName(to) }),
    ),
  /** For staff. */
  linkAdded: ({ tie, by }, { ticket, desk, viewer }) =>
    sentenceCard(
      sayIn(viewer.locale)(`tie.told.${tie.how}`, {
        name: nameOf(desk, by),
        ticket: ticketName(ticket.number),
        other: ticketName(tie.number),
      }),
    ),
} satisfies NotificationCards<LinkNotification["type"]>;
