import type { Instant } from "../../sla/instant.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";

import type { Ticket } from "../../tickets/ticket.ts";

/** How long (ms) the person who answered may change the rating. */
const changeable = 24 * 3_600_000;

/** Triage is notified of every change, so a person may make only this many. */
const mostChanges = 4;

/** Until when the person who answered may change the rating. */
export const changeableUntil = ({ at }: { readonly at: Instant }): Instant => at + changeable;

/** The longest comment: triage's message about the rating shows all of it. */
export const longestComment = 1_000;

/** The first answer counts. Its author may change it, or add a comment, within a day. */
export const rate = (ticket: Ticket, command: Extract<TicketCommand, { type: "rate" }>): Decision => {
  const { rating } = ticket;
  const { by, score, comment, at } = command;
  if (rating === null || by.kind !== "person") return refuse({ reason: "nothingToRate" });
  const { given } = rating;
  if (given === null) return accept(command, { type: "rated", score, before: null, comment });
  const isOpen = at <= changeableUntil(given) && given.changes < mostChanges;
  const isChanged = given.score !== score || (comment !== null && comment !== given.comment);
  return given.by === by.user && isChanged && isOpen
    ? accept(command, { type: "rated", score, before: given.score, comment })
    : refuse({ reason: "ratedAlready" });
};
