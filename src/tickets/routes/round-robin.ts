import type { Instant } from "../../sla/instant.ts";
import { unavailability, overridesQuietHours } from "./unavailability.ts";
import { ticketCalendar } from "../clocks/clock-changes.ts";
import type { Account, Desk, Person } from "../../desk/desk.ts";
import { termsFor } from "../clocks/sla-target.ts";
import type { Unavailable } from "./notification-route.ts";
import type { Severity } from "../../sla/severity.ts";
import { severityOf, type Ticket } from "../ticket.ts";

/** Why a person is not notified now that a ticket was assigned to them; null if they are. */
export const unavailableReason = (person: Person, ticket: Ticket, desk: Desk, at: Instant): Unavailable | null =>
  unavailability(person, at, overridesQuietHours(severityOf(ticket), ticketCalendar(ticket, desk)), desk);

/**
 * The agent who gets a new ticket: available agents take turns in the order of their keys, by ticket number, so no
 * state is stored. Null if no agent is available.
 */
export const nextInRoundRobin = (
  number: number,
  {
    severity,
    account,
    desk,
    at,
  }: { readonly severity: Severity; readonly account: Account | null; readonly desk: Desk; readonly at: Instant },
): Person | null => {
  const waking = overridesQuietHours(severity, termsFor(desk, account, severity).calendar);
  const free = Object.values(desk.people)
    .filter((person) => person.roles.includes("agent") && person.identities.length > 0)
    .filter((person) => unavailability(person, at, waking, desk) === null)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return free[number % free.length] ?? null;
};
