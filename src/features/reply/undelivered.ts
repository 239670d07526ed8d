import { hasNoReader, placeToRetry, placeToWrite } from "../../tickets/conversation-place.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { sameAudience, staysWithin, type Place } from "../../tickets/refs.ts";
import type { Ticket, UndeliveredMessage } from "../../tickets/ticket.ts";

type Handling<Type extends "resend" | "markDelivered"> = Extract<TicketCommand, { type: Type }>;

const named = (ticket: Ticket, { undeliveredId }: { readonly undeliveredId: number }): UndeliveredMessage | null =>
  ticket.undelivered.find(({ id }) => id === undeliveredId) ?? null;

/** Where an undelivered message would go if it was sent again. */
export const placeToResend = (ticket: Ticket, desk: Desk): Place =>
  placeToRetry(ticket, null) ?? placeToWrite(ticket, desk);

/**
 * An agent sends an undelivered message once more. A second agent learns that it was already handled. If other people
 * would read it than it was written for, the agent must have seen who they are.
 */
export const resend = (ticket: Ticket, command: Handling<"resend">, desk: Desk): Decision => {
  const undelivered = named(ticket, command);
  if (undelivered === null) return refuse({ reason: "handledAlready" });
  if (hasNoReader(ticket, desk)) return refuse({ reason: "noReader" });
  const { id, key, audience } = undelivered;
  const to = placeToResend(ticket, desk);
  const isChosen = command.audience !== undefined && sameAudience(command.audience, to);
  if (audience !== null && !isChosen && !staysWithin(audience, to)) return refuse({ reason: "audienceChanged" });
  const sent = {
    type: "resent",
    undeliveredId: id,
    key,
    audience: audience === null || !isChosen ? audience : to,
  } as const;
  const again = placeToRetry(ticket, null);
  return again === null ? accept(command, sent) : accept(command, { type: "conversationRetried", to: again }, sent);
};

/** An agent says that the message did arrive. */
export const markDelivered = (ticket: Ticket, command: Handling<"markDelivered">): Decision => {
  const undelivered = named(ticket, command);
  return undelivered === null
    ? refuse({ reason: "handledAlready" })
    : accept(command, { type: "markedDelivered", undeliveredId: undelivered.id });
};
