import type { Desk } from "../../desk/desk.ts";
import { type Decision, type Refusal, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { managerOf } from "../../tickets/people.ts";
import type { Severity } from "../../sla/severity.ts";
import { pagesFor } from "../../tickets/routes/paging.ts";
import { severityOf, callBackOf, type Ticket } from "../../tickets/ticket.ts";

/** The severities that may ask for a call, by the plan of the ticket's account. */
export const callSeverities = (ticket: Pick<Ticket, "account">, desk: Desk): readonly Severity[] => {
  const account = ticket.account === null ? undefined : desk.accounts[ticket.account];
  return account === undefined ? [] : (desk.plans[account.plan]?.phone ?? []);
};

/** Why this ticket's customer cannot ask for a call; null if they can. */
export const whyNoCall = (ticket: Ticket, desk: Desk): Refusal | null => {
  if (ticket.status === "resolved") return { reason: "resolvedAlready" };
  const severities = callSeverities(ticket, desk);
  return ticket.kind === "problem" && severities.includes(severityOf(ticket))
    ? null
    : { reason: "callNotOffered", severities, manager: managerOf(desk, ticket)?.key ?? null };
};

/** A customer asks for a call. A request with another number or time notifies staff again; a repeated one does not. */
export const requestCall = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "requestCall" }>,
  desk: Desk,
): Decision => {
  const refusal = whyNoCall(ticket, desk);
  if (refusal !== null) return refuse(refusal);
  const { number, time, at } = command;
  const before = callBackOf(ticket);
  if (before?.number === number && before.time === time) return refuse({ reason: "callRequestedAlready" });
  return accept(command, { type: "callRequested", number, time, page: pagesFor("call", ticket, desk, at) });
};

/** An agent has called the customer. */
export const reportCalled = (ticket: Ticket, command: TicketCommand): Decision =>
  callBackOf(ticket) === null ? refuse({ reason: "noCallRequested" }) : accept(command, { type: "called" });

/** The number that customers may call about this ticket at this severity; null if their plan allows no call. */
export const phoneFor = (desk: Desk, ticket: Pick<Ticket, "account">, severity: Severity): string | null => {
  const allowed = callSeverities(ticket, desk).includes(severity);
  return allowed ? (desk.phone ?? managerOf(desk, ticket)?.phone ?? null) : null;
};
