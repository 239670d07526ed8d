import type { Placeholder } from "drizzle-orm";
import type { ReportTime } from "../../reports/report-times.ts";
import type { StaffReport } from "../../reports/staff-report.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { and, asc, eq, gt, lte, min } from "../schema/orm.ts";
import { reportTimes, staffReports } from "../schema/staff-report-schema.ts";
import { addStaffReports } from "./staff-report-store.ts";

/** A person whose next report is due. */
export const isReportDue = (now: Instant | Placeholder) => lte(reportTimes.at, now);

const isTime = ({ person, report }: Pick<ReportTime, "person" | "report">) =>
  and(eq(reportTimes.person, person), eq(reportTimes.report, report));

/** When a report is due, or may be sent, next after `after`; null if none is planned. */
export const nextReportAfter = async (db: Database, after: Instant): Promise<Instant | null> => {
  const [planned] = await db
    .select({ at: min(reportTimes.at) })
    .from(reportTimes)
    .where(gt(reportTimes.at, after));
  const [waiting] = await db
    .select({ at: min(staffReports.notBefore) })
    .from(staffReports)
    .where(and(eq(staffReports.status, "pending"), gt(staffReports.notBefore, after)));
  const moments = [planned?.at, waiting?.at].filter((each) => typeof each === "number");
  return moments.length === 0 ? null : Math.min(...moments);
};

/**
 * Stores the times of a plan and deletes all others. `plan` gets the stored times. A row that another process changed after
 * they were read stays as it is.
 */
export const syncReportTimes = async (
  db: Database,
  plan: (stored: readonly ReportTime[]) => readonly ReportTime[],
): Promise<void> => {
  const stored: readonly ReportTime[] = await db.select().from(reportTimes);
  const planned = plan(stored);
  const same = (one: ReportTime) => (other: ReportTime) => one.person === other.person && one.report === other.report;
  for (const time of stored.filter((each) => !planned.some(same(each))))
    await db.delete(reportTimes).where(isTime(time));
  for (const time of planned) {
    const before = stored.find(same(time));
    if (before === undefined) await db.insert(reportTimes).values(time).onConflictDoNothing();
    else if (before.at !== time.at)
      await db
        .update(reportTimes)
        .set({ at: time.at })
        .where(and(isTime(time), eq(reportTimes.period, before.period)));
  }
};

/** The reports that are due, the longest due first; `most` at most. */
export const dueReportTimes = (db: Database, now: Instant, most: number): Promise<readonly ReportTime[]> =>
  db.select().from(reportTimes).where(isReportDue(now)).orderBy(asc(reportTimes.at)).limit(most);

/** What is written when a report is due: the report, null if there is nothing to report, and when the next one is due. */
export interface HandledTime {
  readonly report: StaffReport | null;
  readonly period: string;
  readonly at: Instant;
}

/**
 * Handles a report that is due: locks its row and writes what `handle` returns, in one transaction with what `handle` writes
 * itself. Does nothing if another process has handled it, or handles it now.
 */
export const handleReportTime = (
  db: Database,
  { person, report: kind, period: before }: ReportTime,
  now: Instant,
  handle: (tx: Tx) => Promise<HandledTime>,
): Promise<void> =>
  db.transaction(async (tx) => {
    const [time] = await tx
      .select({ person: reportTimes.person })
      .from(reportTimes)
      .where(and(isTime({ person, report: kind }), eq(reportTimes.period, before), isReportDue(now)))
      .for("update", { skipLocked: true });
    if (time === undefined) return;
    const { report, period, at } = await handle(tx);
    if (report !== null) await addStaffReports(tx, [{ person, report }], now);
    await tx
      .update(reportTimes)
      .set({ period, at })
      .where(isTime({ person, report: kind }));
  });

/** Makes a report due again only at `until`, because it failed. So it holds up no other. */
export const postponeReport = async (db: Database, time: ReportTime, until: Instant): Promise<void> => {
  await db
    .update(reportTimes)
    .set({ at: until })
    .where(and(isTime(time), eq(reportTimes.period, time.period)));
};
