import type { Desk, Person, ReportSettings } from "../desk/desk.ts";
import type { Instant } from "../sla/instant.ts";
import { isWorkingDay, weekdays } from "../sla/calendar.ts";
import { dateAt, instantOfDate } from "../sla/wall-clock.ts";
import { afterQuietHours } from "../tickets/routes/unavailability.ts";
import { beginningOf, moved, unitsAfter, type Period, type PeriodUnit } from "./period.ts";
import { recipientNamed, recipientsOf } from "./recipients.ts";

/** The reports that come by themselves at set times: each week, and after each month. */
export const timedReports = ["weekly", "statements"] as const;
export type TimedReport = (typeof timedReports)[number];

/** A report that a person gets at set times. `period` is the first day that the last handled one covered, `2026-11-23`. */
export interface ReportTime {
  readonly person: string;
  readonly report: TimedReport;
  readonly period: string;
  /** When the next one is due. */
  readonly at: Instant;
}

const zoneOf = ({ timezone }: Person, desk: Desk): string => timezone ?? desk.timezone;

/** What a report covers. */
const unitOf = { weekly: "week", statements: "month" } as const satisfies Record<TimedReport, PeriodUnit>;

const periodsAfter = (report: TimedReport, period: string, count: number): string =>
  unitsAfter(unitOf[report], period, count);

/** The days of a week, or of a month, from midnight to midnight of a zone. */
export const periodOf = (report: TimedReport, period: string, zone: string): Period => ({
  from: instantOfDate(zone, period, 0),
  to: instantOfDate(zone, periodsAfter(report, period, 1), 0),
});

/** The most days that a month begins with on which a desk does not work. */
const mostDaysOff = 31;

/** The day on which the report about a period is due: the chosen day of the next week, or the first working day after the month. */
const dueDate = (report: TimedReport, period: string, { reports, calendars }: Desk): string => {
  const after = periodsAfter(report, period, 1);
  if (report === "weekly") return moved(after, { days: weekdays.indexOf(reports.weekly?.day ?? "mon") });
  const days = Array.from({ length: mostDaysOff }, (_, index) => moved(after, { days: index }));
  return days.find((date) => isWorkingDay(date, Object.values(calendars))) ?? after;
};

/** The minute of the day at which a report is due; null if the desk does not send it. */
export const minuteOf = (report: TimedReport, { weekly, statements }: ReportSettings): number | null =>
  report === "weekly" ? (weekly?.minute ?? null) : statements;

/** When the report about a period is due for a person: at the desk's time in their zone, and never in their quiet hours. */
const dueAt = (report: TimedReport, period: string, person: Person, desk: Desk): Instant => {
  const at = instantOfDate(zoneOf(person, desk), dueDate(report, period, desk), minuteOf(report, desk.reports) ?? 0);
  return afterQuietHours(person, at, desk);
};

/** The newest period whose report is due by now. */
const latestDue = (report: TimedReport, person: Person, desk: Desk, now: Instant): string => {
  const current = beginningOf(unitOf[report], dateAt(zoneOf(person, desk), now));
  const isDue = (period: string): boolean => dueAt(report, period, person, desk) <= now;
  // A report is due in the week or month after its period, so one of the last two is due, or the one before.
  const last = [-1, -2].map((count) => periodsAfter(report, current, count)).find(isDue);
  return last ?? periodsAfter(report, current, -3);
};

/**
 * When each person gets each report next, from what they got before. A person who is new begins with the next period. A
 * report that was missed stays due in the past.
 */
export const planReportTimes = (stored: readonly ReportTime[], desk: Desk, now: Instant): readonly ReportTime[] =>
  recipientsOf(desk).flatMap((person) =>
    timedReports
      .filter((report) => minuteOf(report, desk.reports) !== null)
      .map((report) => {
        const before = stored.find((each) => each.person === person.key && each.report === report);
        const period = before?.period ?? latestDue(report, person, desk, now);
        const at = dueAt(report, periodsAfter(report, period, 1), person, desk);
        return { person: person.key, report, period, at };
      }),
  );

/** A report that is due now: the period it covers, and the time of the next one. */
export interface DueReport {
  readonly period: string;
  /** When it should have come. */
  readonly plannedFor: Instant;
  readonly next: Instant;
}

/** Whether a newer report of the same kind is due: then the older one is not sent. */
export const isReplaced = (
  report: TimedReport,
  period: string,
  person: Person,
  { desk, now }: { readonly desk: Desk; readonly now: Instant },
): boolean => latestDue(report, person, desk, now) > period;

/** The report to make at a due time. It covers the newest period that is due, and replaces older ones. Null if the desk changed and none is due. */
export const dueReport = ({ person: key, report, period }: ReportTime, desk: Desk, now: Instant): DueReport | null => {
  const person = recipientNamed(key, desk);
  if (person === null || minuteOf(report, desk.reports) === null) return null;
  const latest = latestDue(report, person, desk, now);
  if (latest <= period) return null;
  return {
    period: latest,
    plannedFor: dueAt(report, latest, person, desk),
    next: dueAt(report, periodsAfter(report, latest, 1), person, desk),
  };
};
