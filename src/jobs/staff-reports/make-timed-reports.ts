import {
  dueReportTimes,
  handleReportTime,
  postponeReport,
  syncReportTimes,
} from "../../db/staff-reports/report-time-store.ts";
import { dueReport, planReportTimes, type ReportTime } from "../../reports/report-times.ts";
import { timedReport } from "../../reports/staff-report.ts";
import type { Step, WorkDeps } from "../deps.ts";

const batch = 50;

/** A report that could not be made is tried again after this time (ms), behind the other due ones. */
const retryMs = 60_000;

/**
 * Makes the reports that are due at set times, and plans the next ones by the desk in force. Each is written in one
 * transaction with the time of the next, so a process that ends in between makes no report twice and loses none. Throws if
 * every report failed.
 */
export const makeTimedReports = (deps: WorkDeps): Step => {
  const { db } = deps.database;

  const make = async (time: ReportTime): Promise<void> => {
    const now = deps.now();
    const desk = await deps.desk.read(db);
    const due = dueReport(time, desk, now);
    // The plan that is made next corrects a time that the desk moved, or drops it.
    if (due === null) return;
    await handleReportTime(db, time, now, async () => ({
      report: timedReport(time, due),
      period: due.period,
      at: due.next,
    }));
  };

  return async () => {
    const due = await dueReportTimes(db, deps.now(), batch);
    const errors: unknown[] = [];
    for (const time of due)
      try {
        await make(time);
      } catch (error) {
        errors.push(error);
        deps.log.error({ err: error, report: time.report }, "report.failed");
        await postponeReport(db, time, deps.now() + retryMs);
      }
    const desk = await deps.desk.read(db);
    const failed = errors.length > 0;
    // A plan would make the failed ones due at once.
    if (!failed) await syncReportTimes(db, (stored) => planReportTimes(stored, desk, deps.now()));
    if (failed && errors.length === due.length) throw errors[0];
    return due.length - errors.length;
  };
};
