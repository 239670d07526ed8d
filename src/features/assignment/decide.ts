import { isAssigneeGone } from "../../tickets/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { accept, refuse, type TicketCommand, type Decision } from "../../tickets/messages.ts";
import type { Principal } from "../../tickets/principal.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { unavailableReason, nextInRoundRobin } from "../../tickets/routes/round-robin.ts";

/** An agent takes the ticket. */
export const claim = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision => {
  if (principal.is !== "staff") return refuse({ reason: "notAllowed" });
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.assignee === principal.person.key) return refuse({ reason: "alreadyThat", what: "claimed" });
  if (ticket.assignee !== null && !isAssigneeGone(ticket, desk))
    return refuse({ reason: "alreadyClaimed", by: desk.people[ticket.assignee]?.name ?? ticket.assignee });
  return accept(command, { type: "assigned", person: principal.person.key, claimed: true, notified: null });
};

/** Staff assign the ticket to a person, or remove its assignee. */
export const assign = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "assign" }>,
  principal: Principal,
  desk: Desk,
): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  const person = command.person === null ? null : desk.people[command.person];
  if (person === undefined) return refuse({ reason: "noSuchPerson", name: command.person ?? "" });
  if (ticket.assignee === command.person) return refuse({ reason: "alreadyThat", what: "assignee" });
  const isOwn = principal.is === "staff" && principal.person.key === person?.key;
  const notified = person === null || isOwn ? null : (unavailableReason(person, ticket, desk, command.at) ?? "direct");
  return accept(command, { type: "assigned", person: command.person, claimed: false, notified });
};

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
