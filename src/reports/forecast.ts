import type { ClockKind } from "../sla/clock-kinds.ts";
import { hour, type Instant } from "../sla/instant.ts";
import type { Severity } from "../sla/severity.ts";
import { wallAt } from "../sla/wall-clock.ts";
import type { TicketKind } from "../tickets/ticket-records.ts";

/** Clocks of one kind, severity and kind of ticket are compared with each other only. */
export interface ForecastGroup {
  readonly clock: ClockKind;
  readonly kind: TicketKind;
  readonly severity: Severity;
}

/** For whom a clock ran. Null: the ticket had no account. */
interface ForecastTerms {
  readonly account: string | null;
  readonly plan: string | null;
}

/** A clock that ended, met or breached. `used`: its working time (ms) until the end, without pauses. */
export interface PastClock extends ForecastGroup, ForecastTerms {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly used: number;
}

/** A clock that runs. Lengths are working time (ms) without pauses: `used` until now, and the `target` that it may use. */
export interface ForecastClock extends ForecastGroup, ForecastTerms {
  readonly startedAt: Instant;
  readonly used: number;
  readonly target: number;
}

/** When a clock that still runs was started. */
export type RunningStart = ForecastGroup & { readonly startedAt: Instant };

/** What past clocks have in common with the one that runs, apart from its group. */
export interface Likeness {
  /** `account` and `plan`: only clocks of the same one. */
  readonly of: "account" | "plan" | "anyone";
  /** They started in the same part of the week. */
  readonly samePart: boolean;
  /** As they started, half to twice as many others of the group ran. */
  readonly sameLoad: boolean;
}

/** How many of the past clocks like this one, that ran at least as long as it has, took longer than its target. */
export interface Forecast {
  readonly late: number;
  readonly all: number;
  readonly like: Likeness;
}

/** Whether the first forecast tells a higher risk than the second. */
export const isRiskier = (one: Forecast, other: Forecast): boolean => one.late * other.all > other.late * one.all;

/** A forecast needs so many past clocks; with fewer there is none. */
export const leastPast = 20;

/** From the most alike to the least. The first step with enough past clocks is used. */
const steps: readonly Likeness[] = [
  { of: "account", samePart: true, sameLoad: true },
  { of: "plan", samePart: true, sameLoad: true },
  { of: "plan", samePart: true, sameLoad: false },
  { of: "plan", samePart: false, sameLoad: false },
  { of: "anyone", samePart: true, sameLoad: false },
  { of: "anyone", samePart: false, sameLoad: false },
];

/** A week has the weekend, and the four quarters of its working days. */
const quarter = 6 * hour;

/** A part of the week in a zone, as a number: quarters of a day from Monday to Friday, and the weekend. */
export const partOfWeek = (zone: string, at: Instant): number => {
  const wall = wallAt(zone, at);
  const weekday = new Date(wall).getUTCDay();
  return weekday === 0 || weekday === 6 ? 4 : Math.floor((wall - Math.floor(wall / (24 * hour)) * 24 * hour) / quarter);
};

/** Whether one number of running clocks is half to twice the other. A clock counts itself, so that 0 and 1 are alike. */
const isSimilarLoad = (one: number, other: number): boolean => one + 1 <= 2 * (other + 1) && other + 1 <= 2 * (one + 1);

interface Placed {
  readonly past: PastClock;
  readonly part: number;
  readonly load: number;
}

interface GroupHistory {
  readonly placed: readonly Placed[];
  readonly loadAt: (at: Instant) => number;
}

/** What forecasts are made from. `historyOf` makes it once for many clocks. */
export interface ForecastHistory {
  readonly zone: string;
  readonly groups: ReadonlyMap<string, GroupHistory>;
}

const groupKey = ({ clock, kind, severity }: ForecastGroup): string => `${clock} ${kind} ${severity}`;

/** How many of the sorted moments are before this one, or, with `orAt`, at it too. */
const countBefore = (sorted: readonly Instant[], at: Instant, orAt: boolean): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const moment = sorted[middle] ?? 0;
    if (moment < at || (orAt && moment === at)) from = middle + 1;
    else to = middle;
  }
  return from;
};

const inOrder = (moments: readonly Instant[]): readonly Instant[] => moments.toSorted((one, other) => one - other);

const groupHistory = (pasts: readonly PastClock[], running: readonly RunningStart[], zone: string): GroupHistory => {
  // One that ended as it began never ran beside another.
  const ran = pasts.filter(({ startedAt, endedAt }) => endedAt > startedAt);
  const starts = inOrder([...ran, ...running].map(({ startedAt }) => startedAt));
  const ends = inOrder(ran.map(({ endedAt }) => endedAt));
  /** The others that had started before and had not ended. */
  const loadAt = (at: Instant): number => countBefore(starts, at, false) - countBefore(ends, at, true);
  return {
    placed: pasts.map((past) => ({
      past,
      part: partOfWeek(zone, past.startedAt),
      load: loadAt(past.startedAt),
    })),
    loadAt,
  };
};

/** Sorts past clocks for forecasts. `running`: the clocks that run now, which count as load. */
export const historyOf = (
  pasts: readonly PastClock[],
  running: readonly RunningStart[],
  zone: string,
): ForecastHistory => {
  const runningIn = Map.groupBy(running, groupKey);
  return {
    zone,
    groups: new Map(
      [...Map.groupBy(pasts, groupKey)].map(([key, own]) => [key, groupHistory(own, runningIn.get(key) ?? [], zone)]),
    ),
  };
};

const isFor = (like: Likeness["of"], one: ForecastTerms, other: ForecastTerms): boolean =>
  like === "anyone" ||
  (like === "plan" ? one.plan === other.plan : one.account !== null && one.account === other.account);

/**
 * How likely it is that a running clock takes longer than its target, from how long such clocks took: of those that ran at
 * least as long as this one has, how many took longer than its target. It compares with the most alike of which there are at
 * least `leastPast`; null if there are too few of any.
 */
export const forecastOf = (running: ForecastClock, { zone, groups }: ForecastHistory): Forecast | null => {
  const group = groups.get(groupKey(running));
  if (group === undefined) return null;
  const lasted = group.placed.filter(({ past }) => past.used >= running.used);
  if (lasted.length < leastPast) return null;
  const part = partOfWeek(zone, running.startedAt);
  const load = group.loadAt(running.startedAt);
  for (const like of steps) {
    const alike = lasted.filter(
      (each) =>
        isFor(like.of, each.past, running) &&
        (!like.samePart || each.part === part) &&
        (!like.sameLoad || isSimilarLoad(each.load, load)),
    );
    if (alike.length >= leastPast)
      return { late: alike.filter(({ past }) => past.used > running.target).length, all: alike.length, like };
  }
  return null;
};
