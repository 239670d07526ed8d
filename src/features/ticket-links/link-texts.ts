import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { TicketLink, LinkNotification } from "./messages.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain, sentenceCard } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** The tickets this one has to do with, on one line. For staff. */
export const linksLine = (links: readonly TicketLink[], say: Say) =>
  plain(links.map(({ number, how }) => say(`tie.${how}`, { other: ticketName(number) })).join(", "));

/** Tells either side what a ticket has to do with another one. */
export const linkCard = (message: LinkNotification, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  return sentenceCard(
    message.type === "continuesIn"
      ? say(`tie.continuesIn.${message.why}`, { ticket: name, to: ticketName(message.to) })
      : say(`tie.told.${message.tie.how}`, {
          name: nameOf(desk, message.by),
          ticket: name,
          other: ticketName(message.tie.number),
        }),
  );
};

/** Tells whoever linkAdded two tickets that it is done. */
export const linkedCard = (how: "merge" | "link", number: number, to: number, viewer: Viewer): Card =>
  sentenceCard(sayIn(viewer.locale)(`tie.done.${how}`, { ticket: ticketName(number), to: ticketName(to) }));
