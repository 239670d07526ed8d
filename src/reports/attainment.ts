import type { BreachCause } from "../sla/clock.ts";
import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Severity } from "../sla/severity.ts";
import type { TicketKind } from "../tickets/ticket-records.ts";
import type { Period } from "./period.ts";

/** What outcomes are grouped by. */
export const dimensions = [
  "account",
  "plan",
  "area",
  "manager",
  "assignee",
  "intake",
  "kind",
  "severity",
  "clock",
] as const;
export type Dimension = (typeof dimensions)[number];

/** The values of a group's dimensions; null where a ticket has none, for example no account. */
export interface GroupValues {
  readonly account: string | null;
  readonly plan: string | null;
  readonly area: string | null;
  readonly manager: string | null;
  readonly assignee: string | null;
  readonly intake: string;
  readonly kind: TicketKind;
  readonly severity: Severity;
  readonly clock: ClockKind;
}

/** Accounts by their keys: these, or all others and the tickets without an account. */
export interface AccountSet {
  readonly keys: readonly string[];
  readonly isIn: boolean;
}

/** Which outcomes a report counts: those that were due in the period, and of these values where they are named. */
export type OutcomeFilter = Period & {
  readonly only: Partial<GroupValues> & { readonly accounts?: AccountSet };
};

/** Half, nine tenths and nineteen twentieths of the clocks took at most this long (ms); null if none counts. */
export interface TimePercentiles {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
}

/** How many clocks ended in which way. */
export interface EndedCounts {
  readonly met: number;
  readonly breached: number;
  readonly cancelled: number;
}

/** The counts of several groups together. */
export const totalOf = (groups: readonly EndedCounts[]): EndedCounts => {
  const sum = (how: keyof EndedCounts): number => groups.reduce((all, each) => all + each[how], 0);
  return { met: sum("met"), breached: sum("breached"), cancelled: sum("cancelled") };
};

/** The same, and how long the clocks that were met or breached took: in working time, and in all time. */
export interface AttainmentCounts extends EndedCounts {
  readonly used: TimePercentiles;
  readonly elapsed: TimePercentiles;
}

/** The counts of one group. */
export type Attainment<By extends Dimension> = Pick<GroupValues, By> & AttainmentCounts;

/** A target that was breached. */
export interface Breach extends GroupValues {
  readonly ticket: number;
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly endedAt: Instant;
  /** The working time (ms) that was allowed. */
  readonly target: number;
  /** How much working time (ms) the clock took beyond its target. */
  readonly late: number;
  readonly cause: BreachCause;
}
