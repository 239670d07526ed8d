import { promisedUpdate } from "../../tickets/clocks/promised-update.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Decision } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/** Staff promise the customer an update by a time in the future. */
export const promiseUpdate = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "promiseUpdate" }>,
  desk: Desk,
): Decision => {
  const news = promisedUpdate(ticket, command.due, desk, command.at);
  return news.ok ? accept(command, { type: "updatePromised", target: news.promise }) : refuse(news.refusal);
};
