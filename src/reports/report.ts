import type { BreachCause } from "../sla/clock.ts";
import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Score } from "../tickets/ticket-records.ts";
import type { EndedCounts, TimePercentiles } from "./attainment.ts";
import type { Period, TimeUnit } from "./period.ts";
import type { ReportScope } from "./scope.ts";
import type { ReportedSeverity, WeekHour } from "./ticket-list.ts";

/** A figure of the period, and the same of the period before. */
export interface Compared<T> {
  readonly now: T;
  readonly before: T;
}

/** How the clocks of one value ended: of one severity, one account, one agent and so on. */
export interface ValueCounts<Value> {
  readonly value: Value;
  readonly counts: Compared<EndedCounts>;
}

/** How the clocks that were due in one hour of the week ended. */
export interface HourCounts extends WeekHour {
  readonly met: number;
  readonly breached: number;
  /** The breached ones that had no assignee, or whose reminder reached no person. */
  readonly alone: number;
}

/** Why a breach had no person who could have answered. */
export const aloneCauses = ["unassigned", "undelivered"] as const satisfies readonly BreachCause[];

/** How long the clocks of one kind took that were met or breached. */
export interface ClockTimes {
  readonly clock: ClockKind;
  readonly ended: Compared<number>;
  /** Working time without pauses, and all time. */
  readonly used: Compared<TimePercentiles>;
  readonly elapsed: Compared<TimePercentiles>;
  /** How many took how long in working time, between the borders of `durationEdges`. */
  readonly spread: readonly number[];
}

/** How many tickets were opened, closed and opened again. */
export interface FlowCounts {
  readonly opened: number;
  /** Resolved, or merged into another one. A ticket that is closed twice counts twice. */
  readonly closed: number;
  readonly reopened: number;
}

/** The same in one part of the period. */
export interface FlowPart extends Period, FlowCounts {}

/** How often closed tickets were opened again: of the closings in the period, at any time until now. Merges do not count. */
export interface Reopening {
  readonly closed: number;
  readonly inVain: number;
}

/** The unresolved tickets of now, for each of `backlogAges`. */
export interface BacklogAge {
  readonly open: number;
  readonly waiting: number;
}

/** A comment with a rating. */
export interface RatingComment {
  readonly ticket: number;
  readonly title: string;
  readonly account: string | null;
  readonly at: Instant;
  readonly score: Score;
  readonly comment: string;
}

export type ScoreCounts = Readonly<Record<Score, number>>;

/** An article that was shown before tickets, which it did not spare. */
export interface ShownArticle {
  readonly title: string;
  readonly tickets: number;
}

/** An article that solved problems without a ticket. Plazo keeps how often and when last, but neither for whom nor each time. */
export interface SolvingArticle {
  readonly url: string;
  readonly times: number;
  readonly lastAt: Instant;
}

/**
 * How a desk, or a part of it, did in a period. A clock counts in the period in which it was due; tickets count when they were
 * opened, closed and so on; the backlog is that of `madeAt`. Lengths are milliseconds.
 */
export interface Report {
  readonly scope: ReportScope;
  readonly period: Period;
  readonly before: Period;
  /** The zone in which days and hours are those of this report. */
  readonly zone: string;
  readonly madeAt: Instant;
  /** How many older tickets do not count yet: after an upgrade, Plazo still derives how their clocks ended. */
  readonly toDerive: number;
  readonly clocks: Compared<EndedCounts>;
  readonly byClock: readonly ValueCounts<ClockKind>[];
  readonly bySeverity: readonly ValueCounts<ReportedSeverity>[];
  /** Null: tickets without an account. */
  readonly byAccount: readonly ValueCounts<string | null>[];
  readonly byArea: readonly ValueCounts<string | null>[];
  /** By who manages the account today. */
  readonly byManager: readonly ValueCounts<string | null>[];
  /** By who had the ticket when the clock ended. */
  readonly byAgent: readonly ValueCounts<string | null>[];
  /** Hours of the week in which clocks were due, and only these. */
  readonly hours: readonly HourCounts[];
  readonly causes: readonly { readonly cause: BreachCause; readonly count: Compared<number> }[];
  readonly times: readonly ClockTimes[];
  readonly flow: {
    readonly unit: TimeUnit;
    readonly parts: readonly FlowPart[];
    readonly total: Compared<FlowCounts>;
  };
  readonly reopening: Compared<Reopening>;
  readonly backlog: readonly BacklogAge[];
  readonly ratings: {
    readonly scores: Compared<ScoreCounts>;
    /** The newest ones. */
    readonly comments: readonly RatingComment[];
  };
  readonly articles: {
    readonly shown: readonly ShownArticle[];
    /** Of the whole desk, since it began. */
    readonly solved: readonly SolvingArticle[];
  };
}
