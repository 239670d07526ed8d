import type { TimedReport } from "../../reports/report-times.ts";
import { handedOverOfReportJson, staffReportRefJson } from "../../stored/delivery-json.ts";
import { staffReportJson } from "../../stored/staff-report-json.ts";
import {
  bigserial,
  boolean,
  check,
  index,
  instant,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from "./orm.ts";
import type { OutboxStatus } from "./rows.ts";
import { storedJson } from "./stored-json.ts";

/** When each person gets each report next. The rows follow from the desk and from what was handled before. */
export const reportTimes = pgTable(
  "report_times",
  {
    /** A key of the desk's people. */
    person: text().notNull(),
    report: text().$type<TimedReport>().notNull(),
    /** The first day of the last period that was handled. */
    period: text().notNull(),
    at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.person, row.report] }),
    check("report_times_report", sql`${row.report} in ('weekly', 'statements')`),
    index("report_times_due").on(row.at),
  ],
);

/** Reports for one member of the staff, each sent once. An attempt is marked before the call is made, as in the outbox. */
export const staffReports = pgTable(
  "staff_reports",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    subject: text().notNull(),
    /** A key of the desk's people, or the channel in which it is posted. */
    person: text().notNull(),
    about: storedJson(staffReportJson).notNull(),
    status: text().$type<OutboxStatus>().notNull(),
    /** Whether chat failed for good, so that it goes by mail. */
    byMail: boolean("by_mail").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    notBefore: instant("not_before").notNull(),
    attemptedAt: instant("attempted_at"),
    tries: integer().notNull().default(0),
    lease: text(),
    leasedUntil: instant("leased_until"),
    handedOver: storedJson(handedOverOfReportJson),
    ref: storedJson(staffReportRefJson),
    /** The SHA-256 of what the message in a channel shows; null where it does not matter. */
    shown: text(),
    why: text(),
    settledAt: instant("settled_at"),
  },
  (row) => [
    check("staff_reports_status", sql`${row.status} in ('pending', 'sent', 'failed', 'unknown', 'cancelled')`),
    check("staff_reports_settled", sql`(${row.status} = 'pending') = (${row.settledAt} is null)`),
    check("staff_reports_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    uniqueIndex("staff_reports_once").on(row.subject, row.person),
    index("staff_reports_pending")
      .on(row.notBefore, row.id)
      .where(sql`status = 'pending'`),
  ],
);
