import { roundTheClock, type Calendar } from "../../sla/calendar.ts";
import type { Severity } from "../../sla/severity.ts";
import type { Desk, SupportPlan, Targets } from "../../desk/desk.ts";

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
