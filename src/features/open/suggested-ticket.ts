import { severityMarkOf } from "../../cards/ticket-heading.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { accountName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A ticket in at most a hundred characters, as it is offered to somebody who types its number; staff also see whose it is. */
export const suggestedTicket = (ticket: Ticket, desk: Desk, is: Principal["is"], viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const account = accountName(desk, ticket, say);
  const whose = is === "staff" ? ` · ${oneLine(account, 30)}` : "";
  return `${ticketName(ticket.number)} ${oneLine(ticket.title, 45)} · ${severityMarkOf(ticket, say)}${whose}`;
};
