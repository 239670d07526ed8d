import { whenDismissed } from "../../tickets/clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Decision } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/** Somebody on the staff says that what the customer wrote needs no answer. A first answer is owed all the same. */
export const dismiss = (ticket: Ticket, command: Extract<TicketCommand, { type: "dismiss" }>, desk: Desk): Decision => {
  const { upTo } = command;
  return ticket.unanswered.some((wroteAt) => wroteAt <= upTo)
    ? accept(command, { type: "dismissed", upTo, clocks: whenDismissed(ticket, upTo, desk, command.at) })
    : refuse({ reason: "nothingAsked" });
};
