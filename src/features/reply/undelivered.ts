import { placeToTry } from "../../tickets/conversation-place.ts";
import type { Decision } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/**
 * What staff say about something that did not reach the customer, or may not have: it is sent again, once, or it did arrive.
 * Whoever comes second learns that it was seen to.
 */
export const resolveUndelivered = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "resend" | "markDelivered" }>,
): Decision => {
  const lost = ticket.undelivered.find(({ id }) => id === command.lost);
  if (lost === undefined) return refuse({ reason: "seenToAlready" });
  const { id, key } = lost;
  if (command.type === "markDelivered") return accept(command, { type: "markedDelivered", lost: id });
  const to = placeToTry(ticket, null);
  const sent = { type: "resent", lost: id, key } as const;
  return to === null ? accept(command, sent) : accept(command, { type: "conversationTried", to }, sent);
};
