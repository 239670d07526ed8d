import { placeToRetry } from "../../tickets/conversation-place.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/**
 * An agent's decision about an undelivered message: send it again once, or it did arrive. A second agent learns that it
 * was already handled.
 */
export const resolveUndelivered = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "resend" | "markDelivered" }>,
): Decision => {
  const undelivered = ticket.undelivered.find(({ id }) => id === command.undeliveredId);
  if (undelivered === undefined) return refuse({ reason: "handledAlready" });
  const { id, key } = undelivered;
  if (command.type === "markDelivered") return accept(command, { type: "markedDelivered", undeliveredId: id });
  const to = placeToRetry(ticket, null);
  const sent = { type: "resent", undeliveredId: id, key } as const;
  return to === null ? accept(command, sent) : accept(command, { type: "conversationRetried", to }, sent);
};
