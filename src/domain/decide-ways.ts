import { brokenPromise } from "./broken-promise.ts";
import type { Desk } from "./desk.ts";
import type { Standing } from "./may.ts";
import type { Decision } from "./messages.ts";
import { tickingClocks } from "./plan.ts";
import { managerOf } from "./routes.ts";
import { isWanted, summonsAfter, summonsFor, wishBehind } from "./summons.ts";
import type { Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";

/** The head of support is not rung again for the same ticket before that, in milliseconds. */
const again = 3_600_000;

const alwaysAllowed = (ticket: Ticket, desk: Desk): boolean => {
  const account = ticket.account === null ? undefined : desk.accounts[ticket.account];
  return account !== undefined && desk.plans[account.plan]?.escalate === "always";
};

/** To the head of support: customers once a promise is broken, or whenever their plan says so; staff whenever they see fit. */
export const escalate = (
  ticket: Ticket,
  command: Extract<Change, { type: "escalate" }>,
  standing: Standing,
  desk: Desk,
): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  const before = ticket.escalation;
  if (before !== null && command.at < before.at + again)
    return refuse({ reason: "escalatedAlready", at: before.at, again: before.at + again });
  const broken = brokenPromise(ticket, command.at);
  if (broken === null && standing.is === "customer" && !alwaysAllowed(ticket, desk)) {
    const dues = tickingClocks(ticket).flatMap(({ kind, promise }) =>
      // What was due in hours that do not count is neither broken nor still ahead.
      kind === "tech" || promise.due < command.at ? [] : [promise.due],
    );
    return refuse({
      reason: "notBroken",
      due: dues.length === 0 ? null : Math.min(...dues),
      manager: managerOf(ticket, desk)?.key ?? null,
    });
  }
  return accept(command, {
    type: "escalated",
    why: command.why,
    broken,
    summons: summonsFor("escalation", ticket, desk, command.at),
  });
};

/** Somebody who was called for could not be told. The next rung is only worth taking while they are still wanted. */
export const summonNext = (ticket: Ticket, command: Extract<Change, { type: "summonNext" }>, desk: Desk): Decision => {
  const { summons, why } = command;
  if (!isWanted(summons, ticket)) return refuse({ reason: "notDue" });
  const next = summonsAfter(summons, why, ticket, desk, command.at);
  return accept(command, { type: "summonsFailed", failed: summons, why, next });
};

/** Somebody who was called for was told: the customer hears of the first. */
export const reportTold = (ticket: Ticket, command: Extract<Change, { type: "reportTold" }>): Decision => {
  const { summons } = command;
  if (!isWanted(summons, ticket) || wishBehind(summons.about, ticket)?.told !== null)
    return refuse({ reason: "notDue" });
  const person = summons.rung.how === "mention" ? null : summons.rung.person;
  return accept(command, { type: "told", about: summons.about, person });
};
