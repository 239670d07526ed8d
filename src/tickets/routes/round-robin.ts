import type { Instant } from "../../sla/instant.ts";
import { unavailability, overridesQuietHours } from "./unavailability.ts";
import { ticketCalendar } from "../clocks/clock-changes.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Event } from "../messages.ts";
import type { Unavailable } from "./notification-route.ts";
import { severityOf, type Ticket } from "../ticket.ts";
import { teamFor } from "./team.ts";

/** Why a person is not notified now that a ticket was assigned to them; null if they are. */
export const unavailableReason = (person: Person, ticket: Ticket, desk: Desk, at: Instant): Unavailable | null =>
  unavailability(person, at, overridesQuietHours(severityOf(ticket), ticketCalendar(ticket, desk)), desk);

/**
 * Whose turn a ticket is: one of its team who are neither out nor in quiet hours, in the order of their keys; any other agent if
 * all of the team are away. The number of the ticket decides, so the desk need not store who was last. Null if no agent is
 * available.
 */
export const nextInRoundRobin = (ticket: Ticket, desk: Desk, at: Instant): Person | null => {
  const free = Object.values(desk.people)
    .filter((person) => person.roles.includes("agent") && person.identities.length > 0)
    .filter((person) => unavailableReason(person, ticket, desk, at) === null)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const team = teamFor(ticket, desk);
  const own = free.filter(({ key }) => team.includes(key));
  const candidates = own.length > 0 ? own : free;
  return candidates[ticket.number % candidates.length] ?? null;
};

/** The desk gives a ticket to the agent whose turn it is, and says so if no agent is available. */
export const assignedRoundRobin = (ticket: Ticket, desk: Desk, at: Instant): readonly Event[] => {
  if (desk.assignment === "manual") return [];
  const person = nextInRoundRobin(ticket, desk, at);
  const by = { kind: "clock" } as const;
  return [
    person === null
      ? { type: "noAgentAvailable", at, by }
      : { type: "assigned", at, by, person: person.key, claimed: false, notified: "direct" },
  ];
};
