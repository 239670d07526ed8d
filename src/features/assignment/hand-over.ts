import { isAssigneeGone } from "../../tickets/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { nextInRoundRobin } from "../../tickets/routes/round-robin.ts";
import type { Decision } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/**
 * The assignee left the desk. With round robin, the next available agent gets the ticket. Otherwise triage and the
 * account manager are asked to take it.
 */
export const reassign = (ticket: Ticket, command: TicketCommand, desk: Desk): Decision => {
  const { assignee, status } = ticket;
  if (assignee === null || status === "resolved" || !isAssigneeGone(ticket, desk)) return refuse({ reason: "notDue" });
  const next = desk.assignment === "roundRobin" ? nextInRoundRobin(ticket, desk, command.at) : null;
  const left = { type: "assigneeLeft", person: assignee, next: next?.key ?? null } as const;
  return next === null
    ? accept(command, left)
    : accept(command, left, { type: "assigned", person: next.key, claimed: false, notified: "direct" });
};
