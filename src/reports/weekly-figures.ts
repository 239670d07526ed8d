import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Score } from "../tickets/ticket-records.ts";
import type { Breach } from "./attainment.ts";
import type { GoalCount } from "./goal-state.ts";
import type { Period } from "./period.ts";
import type { GoalSubject } from "./staff-report.ts";

/** How many targets were kept and missed. */
export interface KeptCounts {
  readonly met: number;
  readonly breached: number;
}

/** One clock in a week and in the week before. */
export interface ClockWeek {
  readonly clock: ClockKind;
  readonly week: KeptCounts;
  readonly before: KeptCounts;
}

/** A ticket whose customer waits for an answer since a moment. */
export interface UnansweredTicket {
  readonly ticket: number;
  readonly title: string;
  readonly account: string | null;
  readonly since: Instant;
  /** Whether a target of it is missed already. It counts in the figures once its clock has ended. */
  readonly isOverdue: boolean;
}

/** The goal of a plan, and how it stands this month. */
export interface MonthGoal {
  readonly subject: GoalSubject;
  readonly count: GoalCount;
}

/** What a customer wrote with a rating. */
export interface WrittenRating {
  readonly ticket: number;
  readonly account: string | null;
  readonly score: Score;
  readonly comment: string;
}

/** The figures of a weekly digest: of the whole desk, or of the accounts of one manager. */
export interface WeeklyFigures {
  readonly period: Period;
  readonly clocks: readonly ClockWeek[];
  /** The first of the missed targets, and how many there are. */
  readonly breaches: readonly Breach[];
  readonly breachCount: number;
  /** Now, not in the week: who waits longest. */
  readonly waiting: readonly UnansweredTicket[];
  /** Goals that are missed this month, or nearly. */
  readonly atRisk: readonly MonthGoal[];
  readonly scores: Readonly<Record<Score, number>>;
  readonly comments: readonly WrittenRating[];
}

const ended = ({ met, breached }: KeptCounts): number => met + breached;

/** The counts of two weeks, clock by clock; clocks that were due in neither are left out. */
export const clockWeeks = (
  clocks: readonly ClockKind[],
  week: ReadonlyMap<ClockKind, KeptCounts>,
  before: ReadonlyMap<ClockKind, KeptCounts>,
): readonly ClockWeek[] => {
  const none = { met: 0, breached: 0 };
  return clocks
    .map((clock) => ({ clock, week: week.get(clock) ?? none, before: before.get(clock) ?? none }))
    .filter((each) => ended(each.week) + ended(each.before) > 0);
};

/** Whether a week has nothing to tell: no target was due, no customer waits or rated, and no goal is at risk. */
export const isQuiet = ({ clocks, waiting, atRisk, scores }: WeeklyFigures): boolean =>
  clocks.every(({ week }) => ended(week) === 0) &&
  waiting.length === 0 &&
  atRisk.length === 0 &&
  Object.values(scores).every((count) => count === 0);
