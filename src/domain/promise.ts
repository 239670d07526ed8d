import type { Calendar, Target } from "./calendar.ts";
import type { Account, ClockKind, Desk, Targets } from "./desk.ts";
import { ladderFor } from "./ladder.ts";
import type { Instant } from "./refs.ts";
import type { Severity } from "./severity.ts";
import type { Clock, Promised } from "./ticket.ts";
import { addWorkingTime, atShare, workingTimeBetween } from "./working-time.ts";

const roundTheClock: Calendar = { name: "always", open: "always" };

interface Terms {
  readonly calendar: Calendar;
  readonly targets: Targets;
}

/**
 * What the desk owes an account at a severity. An unknown account is owed the desk's default targets round the clock, the
 * stricter reading, so that nobody waits for being unknown.
 */
export const termsFor = (desk: Desk, account: Account | null, severity: Severity): Terms => {
  const plan = account === null ? undefined : desk.plans[account.plan];
  if (plan === undefined) return { calendar: roundTheClock, targets: desk.severities[severity] };
  return { calendar: desk.calendars[plan.calendar] ?? roundTheClock, targets: plan.targets[severity] };
};

/** The promise of a clock that starts now; null where the plan promises nothing of the kind. */
export const promiseFor = (
  desk: Desk,
  account: Account | null,
  severity: Severity,
  kind: ClockKind,
  at: Instant,
): Promised | null => {
  const { calendar, targets } = termsFor(desk, account, severity);
  const target = targets[kind];
  if (target === undefined) return null;
  const due = addWorkingTime(calendar, at, target);
  const ladder = ladderFor(desk.ladder, severity, kind, workingTimeBetween(calendar, at, due));
  return { severity, target, calendar, ladder, madeAt: at, due };
};

/** Now plus a share of a target. */
const graceEnd = (calendar: Calendar, at: Instant, target: Target, share: number): Instant =>
  atShare(calendar, at, addWorkingTime(calendar, at, target), share);

/**
 * A running clock under new terms: the new target from the clock's own start, but never due before now plus the grace share
 * of the new target. Null where the new terms promise nothing.
 */
export const repromise = (
  desk: Desk,
  account: Account | null,
  severity: Severity,
  clock: Clock,
  at: Instant,
): Promised | null => {
  const fresh = promiseFor(desk, account, severity, clock.kind, clock.startedAt);
  if (fresh === null) return null;
  const earliest = graceEnd(fresh.calendar, at, fresh.target, desk.grace);
  return { ...fresh, madeAt: at, due: Math.max(fresh.due, earliest) };
};

/** Whether two promises bind to the same moment. */
export const samePromise = (one: Promised, other: Promised): boolean =>
  one.due === other.due && one.severity === other.severity && one.calendar.name === other.calendar.name;
