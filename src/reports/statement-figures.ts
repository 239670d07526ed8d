import { clockKinds, isForCustomer, type CustomerClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import { severities, type Severity } from "../sla/severity.ts";
import type { TicketKind } from "../tickets/ticket-records.ts";
import { totalOf, type Attainment, type Breach } from "./attainment.ts";

/** How many targets of one clock and one severity were met, missed and cancelled. */
export interface StatementRow {
  readonly clock: CustomerClockKind;
  readonly kind: TicketKind;
  readonly severity: Severity;
  readonly met: number;
  readonly breached: number;
  readonly cancelled: number;
}

/** Which missed target of which ticket. */
export interface MissedTargetKey {
  readonly ticket: number;
  readonly clock: CustomerClockKind;
  readonly cycle: number;
}

/** A target that was missed, as the customer reads of it. Why it happened inside the desk is not part of it. */
export interface MissedTarget extends MissedTargetKey {
  readonly kind: TicketKind;
  readonly severity: Severity;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly endedAt: Instant;
  /** Working time (ms): the target, and how much more was used. */
  readonly target: number;
  readonly late: number;
}

/** How the customer's people rated the solved tickets. */
export interface RatingCounts {
  readonly good: number;
  readonly ok: number;
  readonly bad: number;
}

/** The time (minutes) that staff worked on one consulting ticket. */
export interface ConsultingTime {
  readonly ticket: number;
  readonly minutes: number;
}

/** Everything that a statement counts, of one account and one period. */
export interface StatementFigures {
  readonly rows: readonly StatementRow[];
  readonly missed: readonly MissedTarget[];
  /** How long (ms) tickets whose solution was due in the period waited for the customer. */
  readonly waited: number;
  readonly ratings: RatingCounts;
  /** By ticket; those without time in the period are left out. */
  readonly consulting: readonly ConsultingTime[];
}

/** The targets of one clock, over all severities, and the goal of the plan. */
export interface ClockTotal {
  readonly clock: CustomerClockKind;
  readonly met: number;
  readonly breached: number;
  readonly cancelled: number;
  /** Null: the plan has none. */
  readonly goal: number | null;
  /** Null without a goal, or if nothing counts. */
  readonly isGoalMet: boolean | null;
}

type CountedRow = Attainment<"kind" | "severity" | "clock">;

const order = (row: Pick<StatementRow, "clock" | "kind" | "severity">): number =>
  (clockKinds.indexOf(row.clock) * 2 + (row.kind === "consulting" ? 1 : 0)) * severities.length +
  severities.indexOf(row.severity);

/** The rows that a customer sees: those of clocks that were promised to them. */
export const statementRows = (rows: readonly CountedRow[]): readonly StatementRow[] =>
  rows
    .flatMap(({ clock, kind, severity, met, breached, cancelled }) =>
      isForCustomer(clock) ? [{ clock, kind, severity, met, breached, cancelled }] : [],
    )
    .toSorted((one, other) => order(one) - order(other));

/** The missed targets that a customer reads of. */
export const missedTargets = (breaches: readonly Breach[]): readonly MissedTarget[] =>
  breaches.flatMap(({ ticket, clock, cycle, kind, severity, startedAt, dueAt, endedAt, target, late }) =>
    isForCustomer(clock) ? [{ ticket, clock, cycle, kind, severity, startedAt, dueAt, endedAt, target, late }] : [],
  );

/** Goals are exact to a hundredth of a percent. Whole numbers keep the comparison exact. */
const parts = 10_000;

/** The totals of each clock that was due, with its goal. */
export const clockTotals = (
  { rows }: Pick<StatementFigures, "rows">,
  goals: Readonly<Partial<Record<CustomerClockKind, number>>>,
): readonly ClockTotal[] =>
  [...Map.groupBy(rows, ({ clock }) => clock)].map(([clock, own]) => {
    const { met, breached, cancelled } = totalOf(own);
    const goal = goals[clock] ?? null;
    const isGoalMet =
      goal === null || met + breached === 0 ? null : met * parts >= Math.round(goal * parts) * (met + breached);
    return { clock, met, breached, cancelled, goal, isGoalMet };
  });

/** The key of a missed target in addresses and forms: `1042-firstResponse-1`. */
export const missedKey = ({ ticket, clock, cycle }: MissedTargetKey): string => `${ticket}-${clock}-${cycle}`;

/** The missed targets about which nothing was written yet. */
export const unexplained = <Missed extends MissedTargetKey>(
  missed: readonly Missed[],
  written: ReadonlyMap<string, string>,
): readonly Missed[] => missed.filter((each) => (written.get(missedKey(each)) ?? "").trim() === "");
