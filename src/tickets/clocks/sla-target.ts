import type { ScheduledStep, SlaTarget } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { roundTheClock, type Calendar, type EndedPause, type Pause, type TargetTime } from "../../sla/calendar.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { ladderFor } from "./ladder.ts";
import { termsOfPlan, type TargetTerms, possiblePlans, slowestPlan } from "./plan-terms.ts";
import type { Severity } from "../../sla/severity.ts";
import { addWorkingTime, atShare, dueWithPauses, elapsed, workingTimeBetween } from "../../sla/working-time.ts";
import { scheduled } from "./step-times.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Whether two plain values are equal, with keys in any order: a database keeps its own order. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
};

/**
 * The terms of an account at a severity. A requester without an account gets those of the slowest plan, so that the
 * desk promises nothing that their real plan does not hold. Without plans, the default targets apply round the clock.
 */
export const termsFor = (desk: Desk, account: Account | null, severity: Severity): TargetTerms => {
  const plan = account === null ? slowestPlan(desk, severity) : desk.plans[account.plan];
  return plan === undefined
    ? { calendar: roundTheClock, targets: desk.severities[severity] }
    : termsOfPlan(desk, plan, severity);
};

/** What a target is requested for: the kind of clock, and since when it counts. */
export interface TargetRequest {
  readonly desk: Desk;
  readonly account: Account | null;
  readonly severity: Severity;
  readonly kind: ClockKind;
  readonly since: Instant;
  /** The clock's pauses; the last one still lasts if `to` is null. */
  readonly pauses: readonly Pause[];
}

const isEnded = (pause: Pause): pause is EndedPause => pause.to !== null;

const newTarget = (
  request: TargetRequest,
  {
    calendar,
    target,
    due,
    madeAt,
  }: { readonly calendar: Calendar; readonly target: TargetTime; readonly due: Instant; readonly madeAt: Instant },
): SlaTarget => {
  const { desk, account, severity, kind, since } = request;
  const pauses = request.pauses.filter(isEnded);
  const ladder = ladderFor(desk.ladder, severity, kind, elapsed(calendar, since, due, pauses));
  const contract = account === null ? {} : { contract: { plan: account.plan, manager: account.manager } };
  return scheduled({ severity, time: target, calendar, ladder, madeAt, due, ...contract }, { since, pauses });
};

interface Due {
  readonly calendar: Calendar;
  readonly target: TargetTime;
  readonly due: Instant;
}

const dueUnder = ({ calendar, targets }: TargetTerms, { kind, since, pauses }: TargetRequest): Due | null => {
  const target = targets[kind];
  return target === undefined ? null : { calendar, target, due: dueWithPauses(calendar, since, target, pauses) };
};

/**
 * When a clock is due and by which target; null if the terms have none. A requester without an account gets the latest
 * due time of all possible plans, and no target that one of them lacks.
 */
const requestDue = (request: TargetRequest): Due | null => {
  const { desk, account, severity } = request;
  const plans = account === null ? possiblePlans(desk) : [];
  if (plans.length === 0) return dueUnder(termsFor(desk, account, severity), request);
  const dues = plans.map((plan) => dueUnder(termsOfPlan(desk, plan, severity), request));
  const known = dues.filter((each) => each !== null).toSorted((one, other) => other.due - one.due);
  return known.length < dues.length ? null : (known[0] ?? null);
};

/** The target of a starting clock; null if the plan has none. */
export const targetFor = (request: TargetRequest, at: Instant): SlaTarget | null => {
  const found = requestDue(request);
  return found === null
    ? null
    : newTarget(request, { calendar: found.calendar, target: found.target, due: found.due, madeAt: at });
};

/** Now plus a share of a target. For a paused clock, "now" is when it was paused. */
const graceEnd = ({ desk, pauses }: TargetRequest, { calendar, time: target }: SlaTarget, at: Instant): Instant => {
  const last = pauses.at(-1);
  const from = last !== undefined && last.to === null ? Math.min(at, last.from) : at;
  return atShare(calendar, { start: from, due: addWorkingTime(calendar, from, target), share: desk.grace });
};

/**
 * The target of a clock under new terms, from the clock's own start. It is never due before now plus the grace share of
 * the target, and never after `latest`. Null if the terms have no target.
 */
export const retarget = (
  request: TargetRequest,
  at: Instant,
  latest: Instant = Number.POSITIVE_INFINITY,
): SlaTarget | null => {
  const fresh = targetFor(request, at);
  if (fresh === null) return null;
  const due = Math.min(Math.max(fresh.due, graceEnd(request, fresh, at)), latest);
  return due === fresh.due
    ? fresh
    : newTarget(request, { calendar: fresh.calendar, target: fresh.time, due, madeAt: at });
};

/** The time of a step, and the share of a step by time left, depend on the total; they are no terms of their own. */
const stepTerms = (steps: readonly ScheduledStep[]): readonly object[] =>
  steps.map(({ at: _, ...step }) => (step.left === null ? step : { ...step, percent: null }));

/** Whether a target was set under the current terms, whenever it is due. */
export const sameTerms = (request: TargetRequest, given: SlaTarget): boolean => {
  const found = requestDue(request);
  if (found === null) return false;
  const { calendar, target } = found;
  // Which steps by time left fit or coincide depends on the total, which grace may have extended.
  const fresh = newTarget(request, { calendar, target, due: given.due, madeAt: given.madeAt });
  return (
    fresh.severity === given.severity &&
    sameValue(fresh.time, given.time) &&
    sameValue(fresh.calendar, given.calendar) &&
    sameValue(stepTerms(fresh.ladder), stepTerms(given.ladder))
  );
};

/**
 * A target that counts from an earlier moment, of a clock that is never paused. A due time that grace postponed does not
 * move.
 */
export const targetFrom = (given: SlaTarget, before: Instant, since: Instant): SlaTarget => {
  const { calendar, time: target } = given;
  const due =
    given.due === addWorkingTime(calendar, before, target) ? addWorkingTime(calendar, since, target) : given.due;
  return scheduled({ ...given, due }, { since, pauses: [] });
};

/**
 * The target of an update at a chosen moment. Its steps use the working time until then; if there is none (an update
 * for the night), elapsed time.
 */
export const updateTarget = (
  desk: Desk,
  {
    account,
    severity,
    due,
    at,
  }: { readonly account: Account | null; readonly severity: Severity; readonly due: Instant; readonly at: Instant },
): SlaTarget => {
  const own = termsFor(desk, account, severity).calendar;
  const calendar = workingTimeBetween(own, at, due) > 0 ? own : roundTheClock;
  const target = { days: 0, ms: workingTimeBetween(calendar, at, due) };
  return newTarget(
    { desk, account, severity, kind: "update", since: at, pauses: [] },
    { calendar, target, due, madeAt: at },
  );
};
