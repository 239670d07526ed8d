import { hour } from "../../sla/instant.ts";
import type { Desk, SupportPlan, Targets } from "../../desk/desk.ts";
import type { Severity } from "../../sla/severity.ts";
import { addWorkingTime } from "../../sla/working-time.ts";
import { roundTheClock, type Calendar } from "../../sla/calendar.ts";

/** The targets of a ticket, and the calendar in which their time counts. */
export interface TargetTerms {
  readonly calendar: Calendar;
  readonly targets: Targets;
}

/**
 * The targets of a plan at a severity. A faulty desk file may name a missing calendar. Until it is refused, time counts
 * round the clock.
 */
export const termsOfPlan = (desk: Desk, plan: SupportPlan, severity: Severity): TargetTerms => {
  const { calendar, targets } = plan.terms[severity];
  return { calendar: desk.calendars[calendar] ?? roundTheClock, targets };
};

/** Noon of each day of one week, so that all hours and days of a calendar count. */
const samples: readonly number[] = [0, 1, 2, 3, 4, 5, 6].map(
  (day) => Date.parse("2026-03-02T12:00:00Z") + day * 24 * hour,
);

/**
 * The plans that a requester without an account may have: those of the desk's accounts, or all if there are no
 * accounts.
 */
export const possiblePlans = (desk: Desk): readonly SupportPlan[] => {
  const used = new Set(Object.values(desk.accounts).map(({ plan }) => plan));
  const plans = Object.values(desk.plans);
  const possible = plans.filter(({ key }) => used.has(key));
  return possible.length === 0 ? plans : possible;
};

/** The longest time until a first response on a plan, summed over a week. */
const slowness = (desk: Desk, plan: SupportPlan, severity: Severity): number => {
  const { calendar, targets } = termsOfPlan(desk, plan, severity);
  const target = targets.firstResponse;
  if (target === undefined) return Number.POSITIVE_INFINITY;
  return samples.reduce((sum, from) => sum + addWorkingTime(calendar, from, target) - from, 0);
};

/**
 * The plan with the slowest first response; undefined if the desk has no plan. It decides what is shown and whom it
 * wakes.
 */
export const slowestPlan = (desk: Desk, severity: Severity): SupportPlan | undefined =>
  possiblePlans(desk)
    .map((plan) => ({ plan, slow: slowness(desk, plan, severity) }))
    .toSorted((one, other) => other.slow - one.slow || one.plan.key.localeCompare(other.plan.key))[0]?.plan;
