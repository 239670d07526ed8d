import type { Instant } from "../sla/instant.ts";
import type { Ticket } from "./ticket.ts";
import type { Account, Desk, Person } from "../desk/desk.ts";

/** The staff member with this key; null if the desk does not name them. */
export const personOf = (desk: Desk, key: string | null): Person | null =>
  key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;

/** Whether a person is out at a moment. */
export const isOut = <Who extends Pick<Person, "outUntil">>(
  person: Who,
  at: Instant,
): person is Who & { readonly outUntil: Instant } => person.outUntil !== null && person.outUntil > at;

/** The account of a ticket; null if the desk does not name it. */
export const accountOf = (desk: Desk, ticket: Pick<Ticket, "account">): Account | null =>
  ticket.account !== null && Object.hasOwn(desk.accounts, ticket.account)
    ? (desk.accounts[ticket.account] ?? null)
    : null;

/** The account manager of a ticket; null if it has none. */
export const managerOf = (desk: Desk, ticket: Pick<Ticket, "account">): Person | null =>
  personOf(desk, accountOf(desk, ticket)?.manager ?? null);

/** Whether the ticket's assignee is no longer on the desk. */
export const isAssigneeGone = ({ assignee }: Pick<Ticket, "assignee">, desk: Desk): boolean =>
  assignee !== null && !Object.hasOwn(desk.people, assignee);
