import { roundTheClock, type Calendar } from "../../sla/calendar.ts";
import type { Severity } from "../../sla/severity.ts";
import type { Desk, SupportPlan, Targets } from "../../desk/desk.ts";

/** What a ticket is promised: targets, and the calendar in which their time passes. */
export interface TargetTerms {
  readonly calendar: Calendar;
  readonly targets: Targets;
}

/**
 * What a plan promises at a severity. A faulty desk file may name a calendar that does not exist. Until it is refused, time
 * always passes.
 */
export const termsOfPlan = (desk: Desk, plan: SupportPlan, severity: Severity): TargetTerms => {
  const { calendar, targets } = plan.terms[severity];
  return { calendar: desk.calendars[calendar] ?? roundTheClock, targets };
};
