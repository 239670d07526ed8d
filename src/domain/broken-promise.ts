import { isKept } from "./kept.ts";
import { runningClocks } from "./plan.ts";
import type { Instant } from "./refs.ts";
import type { Clock, Ticket } from "./ticket.ts";
import type { BrokenPromise } from "./ways.ts";

/** What the technical team owes the desk is nobody else's business. */
const isTheirs = (clock: Clock): boolean => clock.kind !== "tech";

/** The promise to a customer that is broken: the one that runs and has waited longest, else the last that was kept late. */
export const brokenPromise = (ticket: Ticket, at: Instant): BrokenPromise | null => {
  const broken = runningClocks(ticket)
    .filter(isTheirs)
    .filter((clock) => !isKept(ticket, clock, at))
    .toSorted((one, other) => one.promise.due - other.promise.due)[0];
  const worst = broken ?? ticket.clocks.findLast((clock) => isTheirs(clock) && clock.end?.how === "late");
  return worst === undefined ? null : { clock: worst.kind, cycle: worst.cycle, due: worst.promise.due };
};
