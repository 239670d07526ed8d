import { isForCustomer } from "../../sla/clock-kinds.ts";
import { alwaysEscalates, breachedTarget } from "./breached-target.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import type { Decision } from "../../tickets/messages.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import { managerOf } from "../../tickets/people.ts";
import { isStillOpen, pageAfter, pagesFor, requestBehind } from "../../tickets/routes/paging.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { accept, refuse, type TicketCommand } from "../../tickets/decision.ts";

/** The head of support is not notify target again for the same ticket before that, in milliseconds. */
const again = 3_600_000;

/** To the head of support: customers once a promise is broken, or whenever their plan says so; staff whenever they see fit. */
export const escalate = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "escalate" }>,
  principal: Principal,
  desk: Desk,
): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  const before = ticket.escalation;
  if (before !== null && command.at < before.at + again)
    return refuse({ reason: "escalatedAlready", at: before.at, again: before.at + again });
  const broken = breachedTarget(ticket, command.at);
  if (broken === null && principal.is === "customer" && !alwaysEscalates(ticket, desk)) {
    const dues = tickingClocks(ticket).flatMap(({ kind, target: promise }) =>
      // What was due in hours that do not count is neither broken nor still ahead.
      !isForCustomer(kind) || promise.due < command.at ? [] : [promise.due],
    );
    return refuse({
      reason: "notBreached",
      due: dues.length === 0 ? null : Math.min(...dues),
      manager: managerOf(desk, ticket)?.key ?? null,
    });
  }
  return accept(command, {
    type: "escalated",
    why: command.why,
    broken,
    page: pagesFor("escalation", ticket, desk, command.at),
  });
};

/** Somebody who was called for could not be told. The next notify target is only worth taking while they are still wanted. */
export const pageNext = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "pageNext" }>,
  desk: Desk,
): Decision => {
  const { page, why } = command;
  if (!isStillOpen(page, ticket)) return refuse({ reason: "notDue" });
  const next = pageAfter(page, { error: why, ticket, desk, at: command.at });
  return accept(command, { type: "pageFailed", failed: page, why, next });
};

/** Somebody who was called for was told: the customer hears of the first. */
export const reportPaged = (ticket: Ticket, command: Extract<TicketCommand, { type: "reportPaged" }>): Decision => {
  const { page } = command;
  if (!isStillOpen(page, ticket) || requestBehind(page.about, ticket)?.told !== null)
    return refuse({ reason: "notDue" });
  const person = page.to.how === "mention" ? null : page.to.person;
  return accept(command, { type: "told", about: page.about, person });
};
