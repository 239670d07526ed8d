import {
  dueReportTimes,
  handleReportTime,
  postponeReport,
  syncReportTimes,
} from "../../db/staff-reports/report-time-store.ts";
import { dueReport, planReportTimes, type ReportTime } from "../../reports/report-times.ts";
import { timedReport } from "../../reports/staff-report.ts";
import { recipientNamed } from "../../reports/recipients.ts";
import { draftAccounts } from "../../reports/waiting-draft.ts";
import { accountsWithoutStatement, readDrafts, statementPeriod } from "../../db/staff-reports/draft-queries.ts";
import type { Tx } from "../../db/connection/handle.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Instant } from "../../sla/instant.ts";
import { draftStatement } from "../../statements/statements.ts";
import type { Step, WorkDeps } from "../deps.ts";

const batch = 50;

/** A report that could not be made is tried again after this time (ms), behind the other due ones. */
const retryMs = 60_000;

interface DraftsDue {
  readonly time: ReportTime;
  readonly period: string;
  readonly desk: Desk;
  readonly at: Instant;
}

/** Makes a draft for each account of a person that had targets in the month. False if none of them waits to be sent. */
const makeDrafts = async (tx: Tx, { time, period: month, desk, at }: DraftsDue): Promise<boolean> => {
  const person = recipientNamed(time.person, desk);
  const accounts = person === null ? [] : draftAccounts(person, desk);
  for (const account of await accountsWithoutStatement(tx, desk, month, accounts))
    await draftStatement(tx, { account, period: statementPeriod(account, month, desk), at, by: null });
  return (await readDrafts(tx, desk, month, accounts)).length > 0;
};

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
    await handleReportTime(db, time, now, async (tx) => {
      const hasNews =
        time.report !== "statements" || (await makeDrafts(tx, { time, period: due.period, desk, at: now }));
      return { report: hasNews ? timedReport(time, due) : null, period: due.period, at: due.next };
    });
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
