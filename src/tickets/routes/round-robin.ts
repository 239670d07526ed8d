import type { Instant } from "../../sla/instant.ts";
import { unavailability, overridesQuietHours } from "./unavailability.ts";
import { ticketCalendar } from "../clocks/clock-changes.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Event } from "../messages.ts";
import type { Unavailable } from "./notification-route.ts";
import { severityOf, type Ticket } from "../ticket.ts";

/** Why a person is not notified now that a ticket was assigned to them; null if they are. */
export const unavailableReason = (person: Person, ticket: Ticket, desk: Desk, at: Instant): Unavailable | null =>
  unavailability(person, at, overridesQuietHours(severityOf(ticket), ticketCalendar(ticket, desk)), desk);

/**
 * Whose turn a ticket is: one of the agents who are neither out nor in quiet hours, in the order of their keys. The number of
 * the ticket decides, so the desk need not store who was last. Null if no agent is available.
 */
export const nextInRoundRobin = (ticket: Ticket, desk: Desk, at: Instant): Person | null => {
  const free = Object.values(desk.people)
    .filter((person) => person.roles.includes("agent") && person.identities.length > 0)
    .filter((person) => unavailableReason(person, ticket, desk, at) === null)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return free[ticket.number % free.length] ?? null;
};

/** The desk gives a ticket to the agent whose turn it is, and says so if no agent is available. */
export const assignedInTurn = (ticket: Ticket, desk: Desk, at: Instant): readonly Event[] => {
  if (desk.assignment === "manual") return [];
  const person = nextInRoundRobin(ticket, desk, at);
  const by = { kind: "clock" } as const;
  return [
    person === null
      ? { type: "noAgentAvailable", at, by }
      : { type: "assigned", at, by, person: person.key, claimed: false, told: "direct" },
  ];
};
