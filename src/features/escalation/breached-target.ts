import { isForCustomer } from "../../sla/clock-kinds.ts";
import type { Desk } from "../../desk/desk.ts";
import { accountOf } from "../../tickets/people.ts";
import type { Clock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { breachedAt, endedBreached, openTargets } from "../../tickets/clocks/breach.ts";
import { runningClocks } from "../../tickets/clocks/plan.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { BreachedTarget } from "../../tickets/ticket-records.ts";

/** Customers never see the technical team's clock. */
const isTheirs = (clock: Clock): boolean => isForCustomer(clock.kind);

/** The breach of an ended or replaced target; null if it was met. */
const breachOf = (clock: Clock): SlaTarget | null => (endedBreached(clock) ? (openTargets(clock)[0] ?? null) : null);

/** The breached target to name: the running clock that is overdue longest, else the last breach. */
export const breachedTarget = (ticket: Ticket, at: Instant): BreachedTarget | null => {
  const targetOf = (clock: Clock, target: SlaTarget | null): readonly BreachedTarget[] =>
    target === null ? [] : [{ clock: clock.kind, cycle: clock.cycle, due: target.due }];
  const running = runningClocks(ticket)
    .filter(isTheirs)
    .flatMap((clock) => targetOf(clock, breachedAt(ticket, clock, at)))
    .toSorted((one, other) => one.due - other.due);
  const ended = ticket.sla.clocks.filter(isTheirs).flatMap((clock) => targetOf(clock, breachOf(clock)));
  return running[0] ?? ended.at(-1) ?? null;
};

/** Whether the plan lets customers escalate at any time. */
export const alwaysEscalates = (ticket: Ticket, desk: Desk): boolean =>
  desk.plans[accountOf(desk, ticket)?.plan ?? ""]?.escalate === "always";
