import { isForCustomer } from "../../sla/clock-kinds.ts";
import { alwaysEscalates, breachedTarget } from "./breached-target.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import { managerOf } from "../../tickets/people.ts";
import { isStillOpen, pageAfter, pagesFor, pagedRequestOf } from "../../tickets/routes/paging.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** A ticket is escalated again only after this time (ms). */
const again = 3_600_000;

/**
 * Escalates to the head of support: customers after a breach, or at any time if their plan says so or by mail; staff at any time.
 */
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
  const breached = breachedTarget(ticket, command.at);
  const isOpenTo = principal.is === "staff" || command.byMail === true || alwaysEscalates(ticket, desk);
  if (breached === null && !isOpenTo) {
    const dues = tickingClocks(ticket).flatMap(({ kind, target }) =>
      // A target that came due outside working hours is neither breached nor ahead.
      !isForCustomer(kind) || target.due < command.at ? [] : [target.due],
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
    breached,
    page: pagesFor("escalation", ticket, desk, command.at),
  });
};

/** A page was not delivered. The next target is used only while the page is still needed. */
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

/** A page was delivered. The customer is notified of the first one. */
export const reportPaged = (ticket: Ticket, command: Extract<TicketCommand, { type: "reportPaged" }>): Decision => {
  const { page } = command;
  if (!isStillOpen(page, ticket) || pagedRequestOf(page.about, ticket)?.notified !== null)
    return refuse({ reason: "notDue" });
  const person = page.to.how === "mention" ? null : page.to.person;
  return accept(command, { type: "pageDelivered", about: page.about, person });
};
