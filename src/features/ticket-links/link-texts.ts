import type { Card } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain, sentenceCard } from "../../i18n/spans.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** The links of a ticket on one line. For staff. */
export const linksLine = (links: readonly TicketLink[], say: Say) =>
  plain(links.map(({ number, how }) => say(`link.${how}`, { other: ticketName(number) })).join(", "));

/** Tells the agent who linked or merged two tickets that it is done. */
export const linkedCard = (how: "merge" | "link", number: number, to: number, viewer: Viewer): Card =>
  sentenceCard(sayIn(viewer.locale)(`link.done.${how}`, { ticket: ticketName(number), to: ticketName(to) }));
