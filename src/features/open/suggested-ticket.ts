import { severityMarkOf } from "../../cards/ticket-heading.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { accountName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A ticket in at most a hundred characters, for a person who types its number. Staff also see the account. */
export const suggestedTicket = (ticket: StoredTicket, desk: Desk, is: Principal["is"], viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  if (ticket.status === "unreadable") return `${ticketName(ticket.number)} ⚠`;
  const account = accountName(desk, ticket, say);
  const whose = is === "staff" ? ` · ${oneLine(account, 30)}` : "";
  return `${ticketName(ticket.number)} ${oneLine(ticket.title, 45)} · ${severityMarkOf(ticket, say)}${whose}`;
};
