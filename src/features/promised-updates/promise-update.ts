import { promisedUpdate } from "../../tickets/clocks/promised-update.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Decision } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/** News promised to the customer by a moment that is still to come. */
export const promiseUpdate = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "promiseUpdate" }>,
  desk: Desk,
): Decision => {
  const news = promisedUpdate(ticket, command.due, desk, command.at);
  return news.ok ? accept(command, { type: "updatePromised", target: news.promise }) : refuse(news.refusal);
};
