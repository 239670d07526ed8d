import { isForCustomer } from "../../sla/clock-kinds.ts";
import type { Desk } from "../../desk/desk.ts";
import { accountOf } from "../../tickets/people.ts";
import type { Clock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { openTargets, breachedAt } from "../../tickets/clocks/breach.ts";
import { runningClocks } from "../../tickets/clocks/plan.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { BreachedTarget } from "../../tickets/ticket-records.ts";

/** What the technical team owes the desk is nobody else's business. */
const isTheirs = (clock: Clock): boolean => isForCustomer(clock.kind);

/** What was broken for good: answered late, or missed when new terms no longer promised it. */
const brokenBefore = (clock: Clock): SlaTarget | null =>
  clock.end?.how === "late" || clock.target.missed === true ? (openTargets(clock)[0] ?? null) : null;

/** The promise to a customer that is broken: the one that runs and has waited longest, else the last that was broken. */
export const breachedTarget = (ticket: Ticket, at: Instant): BreachedTarget | null => {
  const told = (clock: Clock, promise: SlaTarget | null): readonly BreachedTarget[] =>
    promise === null ? [] : [{ clock: clock.kind, cycle: clock.cycle, due: promise.due }];
  const running = runningClocks(ticket)
    .filter(isTheirs)
    .flatMap((clock) => told(clock, breachedAt(ticket, clock, at)))
    .toSorted((one, other) => one.due - other.due);
  const ended = ticket.sla.clocks.filter(isTheirs).flatMap((clock) => told(clock, brokenBefore(clock)));
  return running[0] ?? ended.at(-1) ?? null;
};

/** Whether the plan lets its customers turn to the head of support at any time. */
export const alwaysEscalates = (ticket: Ticket, desk: Desk): boolean =>
  desk.plans[accountOf(desk, ticket)?.plan ?? ""]?.escalate === "always";
