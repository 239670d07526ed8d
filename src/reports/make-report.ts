import { breachCauses, type BreachCause } from "../sla/clock.ts";
import { allClockKinds, clockTraits, type ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import { severities } from "../sla/severity.ts";
import type { EndedCounts, TimePercentiles } from "./attainment.ts";
import type { Period, TimeUnit } from "./period.ts";
import type {
  BacklogAge,
  ClockTimes,
  Compared,
  FlowCounts,
  HourCounts,
  RatingComment,
  ScoreCounts,
  Reopening,
  Report,
  ShownArticle,
  SolvingArticle,
  ValueCounts,
} from "./report.ts";
import type { AccountManagers, ReportScope } from "./scope.ts";
import type { ReportedSeverity } from "./ticket-list.ts";

/** The counts of outcomes, by one value at a time. */
export interface CountedOutcomes {
  readonly all: EndedCounts;
  readonly clock: ReadonlyMap<ClockKind, EndedCounts>;
  readonly severity: ReadonlyMap<ReportedSeverity, EndedCounts>;
  readonly account: ReadonlyMap<string | null, EndedCounts>;
  readonly area: ReadonlyMap<string | null, EndedCounts>;
  readonly agent: ReadonlyMap<string | null, EndedCounts>;
  readonly cause: ReadonlyMap<BreachCause, number>;
  readonly hours: readonly HourCounts[];
}

/** How long the clocks of one kind took. */
export interface MeasuredClock {
  readonly clock: ClockKind;
  readonly ended: number;
  readonly used: TimePercentiles;
  readonly elapsed: TimePercentiles;
  readonly spread: readonly number[];
}

/** What the queries answer about one period. */
export interface PeriodAnswers {
  readonly outcomes: CountedOutcomes;
  readonly times: readonly MeasuredClock[];
  /** For each part of the period. */
  readonly flow: readonly FlowCounts[];
  readonly reopening: Reopening;
  readonly scores: ScoreCounts;
}

/** What all queries of a report answer. */
export interface ReportAnswers {
  readonly now: PeriodAnswers;
  readonly before: PeriodAnswers;
  readonly backlog: readonly BacklogAge[];
  readonly comments: readonly RatingComment[];
  readonly shown: readonly ShownArticle[];
  readonly solved: readonly SolvingArticle[];
  readonly toDerive: number;
}

/** What a report is asked for. */
export interface ReportRequest {
  readonly scope: ReportScope;
  readonly period: Period;
  readonly zone: string;
  readonly now: Instant;
  readonly managers: AccountManagers;
}

const none: EndedCounts = { met: 0, breached: 0, cancelled: 0 };
const noTime: TimePercentiles = { p50: null, p90: null, p95: null };

const added = (one: EndedCounts, other: EndedCounts): EndedCounts => ({
  met: one.met + other.met,
  breached: one.breached + other.breached,
  cancelled: one.cancelled + other.cancelled,
});

/** How many clocks count for the share that was met. */
export const judged = ({ met, breached }: Pick<EndedCounts, "met" | "breached">): number => met + breached;

type Counts<Value> = ReadonlyMap<Value, EndedCounts>;

/** The values of either period: those of the order first, in it; the others by how many were breached, then by how many there were. */
const compared = <Value extends string | null>(
  now: Counts<Value>,
  before: Counts<Value>,
  order: readonly Value[] = [],
): readonly ValueCounts<Value>[] => {
  const rank = (value: Value): number => {
    const at = order.indexOf(value);
    return at === -1 ? order.length : at;
  };
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((value) => ({ value, counts: { now: now.get(value) ?? none, before: before.get(value) ?? none } }))
    .toSorted(
      (one, other) =>
        rank(one.value) - rank(other.value) ||
        other.counts.now.breached - one.counts.now.breached ||
        judged(other.counts.now) - judged(one.counts.now) ||
        (one.value ?? "").localeCompare(other.value ?? "", "en"),
    );
};

/** The counts of accounts, for those who manage them today. */
const byManager = (accounts: Counts<string | null>, managers: AccountManagers): Counts<string | null> => {
  const found = new Map<string | null, EndedCounts>();
  for (const [account, counts] of accounts) {
    const manager = account !== null && Object.hasOwn(managers, account) ? (managers[account] ?? null) : null;
    found.set(manager, added(found.get(manager) ?? none, counts));
  }
  return found;
};

const timesOf = (now: readonly MeasuredClock[], before: readonly MeasuredClock[]): readonly ClockTimes[] =>
  allClockKinds.flatMap((clock) => {
    const [own, earlier] = [now, before].map((each) => each.find((one) => one.clock === clock));
    return own === undefined
      ? []
      : [
          {
            clock,
            ended: { now: own.ended, before: earlier?.ended ?? 0 },
            used: { now: own.used, before: earlier?.used ?? noTime },
            elapsed: { now: own.elapsed, before: earlier?.elapsed ?? noTime },
            spread: own.spread,
          },
        ];
  });

const flowSum = (parts: readonly FlowCounts[]): FlowCounts => ({
  opened: parts.reduce((sum, { opened }) => sum + opened, 0),
  closed: parts.reduce((sum, { closed }) => sum + closed, 0),
  reopened: parts.reduce((sum, { reopened }) => sum + reopened, 0),
});

/** Makes the report from what the queries answered. `parts` are those of the period, as `partsOf` gives them. */
export const makeReport = (
  { scope, period, zone, now, managers }: ReportRequest,
  { before, unit, parts }: { readonly before: Period; readonly unit: TimeUnit; readonly parts: readonly Period[] },
  answers: ReportAnswers,
): Report => {
  const of = <T>(value: (one: PeriodAnswers) => T): Compared<T> => ({
    now: value(answers.now),
    before: value(answers.before),
  });
  const [own, earlier] = [answers.now.outcomes, answers.before.outcomes];
  return {
    scope,
    period,
    before,
    zone,
    madeAt: now,
    toDerive: answers.toDerive,
    clocks: of(({ outcomes }) => outcomes.all),
    byClock: compared(own.clock, earlier.clock, allClockKinds),
    bySeverity: compared(own.severity, earlier.severity, [...severities, "consulting"]),
    byAccount: compared(own.account, earlier.account),
    byArea: compared(own.area, earlier.area),
    byManager: compared(byManager(own.account, managers), byManager(earlier.account, managers)),
    byAgent: compared(own.agent, earlier.agent),
    hours: own.hours,
    causes: breachCauses
      .map((cause) => ({ cause, count: of(({ outcomes }) => outcomes.cause.get(cause) ?? 0) }))
      .filter(({ count }) => count.now + count.before > 0)
      .toSorted((one, other) => other.count.now - one.count.now),
    times: timesOf(answers.now.times, answers.before.times),
    flow: {
      unit,
      parts: parts.map((part, at) => ({ ...part, ...(answers.now.flow[at] ?? { opened: 0, closed: 0, reopened: 0 }) })),
      total: of(({ flow }) => flowSum(flow)),
    },
    reopening: of(({ reopening }) => reopening),
    backlog: answers.backlog,
    ratings: { scores: of(({ scores }) => scores), comments: answers.comments },
    articles: { shown: answers.shown, solved: answers.solved },
  };
};

/** How long first answers took: the clock that begins with the ticket and ends with a reply; undefined if none was due. */
export const timesOfFirstAnswers = ({ times }: Pick<Report, "times">): ClockTimes | undefined =>
  times.find(({ clock }) => clockTraits[clock].startsOn === "opening" && clockTraits[clock].endsOn === "reply");
