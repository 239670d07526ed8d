import { readGoals } from "../../db/staff-reports/goal-queries.ts";
import { addStaffReports, knownSubjects } from "../../db/staff-reports/staff-report-store.ts";
import { alertFor } from "../../reports/goal-state.ts";
import { goalsOf } from "../../reports/goals.ts";
import { goalRecipients } from "../../reports/recipients.ts";
import { subjectOf, type StaffReport } from "../../reports/staff-report.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Step, WorkDeps } from "../deps.ts";

/** Whether the desk wants alerts, and a plan of an account has a goal. */
export const areGoalsWatched = (desk: Desk): boolean => desk.reports.alerts && goalsOf(desk).length > 0;

/** How often (ms) the goals are looked at while tickets change: counting a month takes a tenth of a second on a large desk. */
const lookEveryMs = 60_000;

/** Says when the goals must be looked at: after a change of the desk or of a ticket (`mark`), and once in a minute at most. */
export const createGoalTimes = (): ((mark: string, now: Instant) => boolean) => {
  let last: { readonly mark: string; readonly at: Instant } | null = null;
  return (mark, now) => {
    if (last !== null && (last.mark === mark || Math.abs(now - last.at) < lookEveryMs)) return false;
    last = { mark, at: now };
    return true;
  };
};

/**
 * Owes an alert about each goal that is missed this month, or nearly, to the heads and the account manager. Both happen once
 * for each goal and month, and a missed goal is not told again as nearly missed.
 */
export const watchGoals =
  (deps: WorkDeps): Step =>
  async () => {
    const { db } = deps.database;
    const desk = await deps.desk.read(db);
    if (!areGoalsWatched(desk)) return 0;
    const now = deps.now();
    const accounts = Object.keys(desk.accounts);
    const alerts = (await readGoals(db, desk, now, accounts)).flatMap(({ subject, count }) => {
      const alert = alertFor(count);
      return alert === null ? [] : [{ kind: "goal", alert, ...subject } satisfies StaffReport];
    });
    const missed = (alert: (typeof alerts)[number]): string => subjectOf({ ...alert, alert: "missed" });
    const known = await knownSubjects(db, [...alerts.map(subjectOf), ...alerts.map(missed)]);
    const added = alerts
      .filter((alert) => !known.has(subjectOf(alert)) && !known.has(missed(alert)))
      .flatMap((report) => goalRecipients(report.account, desk, now).map((person) => ({ person: person.key, report })));
    await addStaffReports(db, added, now);
    return added.length;
  };
