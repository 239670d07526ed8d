import { atStake, brokenAt } from "./kept.ts";
import { runningClocks } from "./plan.ts";
import type { Instant } from "./refs.ts";
import type { Clock, Promised, Ticket } from "./ticket.ts";
import type { BrokenPromise } from "./ways.ts";

/** What the technical team owes the desk is nobody else's business. */
const isTheirs = (clock: Clock): boolean => clock.kind !== "tech";

/** What was broken for good: answered late, or missed when new terms no longer promised it. */
const brokenBefore = (clock: Clock): Promised | null =>
  clock.end?.how === "late" || clock.promise.missed === true ? (atStake(clock)[0] ?? null) : null;

/** The promise to a customer that is broken: the one that runs and has waited longest, else the last that was broken. */
export const brokenPromise = (ticket: Ticket, at: Instant): BrokenPromise | null => {
  const told = (clock: Clock, promise: Promised | null): readonly BrokenPromise[] =>
    promise === null ? [] : [{ clock: clock.kind, cycle: clock.cycle, due: promise.due }];
  const running = runningClocks(ticket)
    .filter(isTheirs)
    .flatMap((clock) => told(clock, brokenAt(ticket, clock, at)))
    .toSorted((one, other) => one.due - other.due);
  const ended = ticket.clocks.filter(isTheirs).flatMap((clock) => told(clock, brokenBefore(clock)));
  return running[0] ?? ended.at(-1) ?? null;
};
