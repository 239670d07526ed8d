import type { Desk } from "../domain/desk.ts";
import type { Principal } from "../domain/may.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { oneLine } from "./excerpt.ts";
import type { Viewer } from "./reader.ts";
import { accountName } from "./who.ts";
import { sayIn } from "./words/say.ts";
import { severityMarkOf } from "./gravity.ts";

/** A ticket in at most a hundred characters, as it is offered to somebody who types its number; staff also see whose it is. */
export const suggestedTicket = (ticket: Ticket, desk: Desk, is: Principal["is"], viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const account = accountName(desk, ticket, say);
  const whose = is === "staff" ? ` · ${oneLine(account, 30)}` : "";
  return `${ticketName(ticket.number)} ${oneLine(ticket.title, 45)} · ${severityMarkOf(ticket, say)}${whose}`;
};
