import type { Desk } from "../domain/desk.ts";
import type { Standing } from "../domain/may.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { oneLine } from "./excerpt.ts";
import type { Reader } from "./reader.ts";
import { accountName } from "./who.ts";
import { sayIn } from "./words/say.ts";
import { gravityOf } from "./gravity.ts";

/** A ticket in at most a hundred characters, as it is offered to somebody who types its number; staff also see whose it is. */
export const suggestedTicket = (ticket: Ticket, desk: Desk, is: Standing["is"], reader: Reader): string => {
  const say = sayIn(reader.locale);
  const account = accountName(desk, ticket, say);
  const whose = is === "staff" ? ` · ${oneLine(account, 30)}` : "";
  return `${ticketName(ticket.number)} ${oneLine(ticket.title, 45)} · ${gravityOf(ticket, say)}${whose}`;
};
