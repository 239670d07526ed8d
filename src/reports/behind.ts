import type { Period } from "./period.ts";
import type { Report } from "./report.ts";
import type { ReportScope } from "./scope.ts";
import { anyClock, type ClockChoice, type ClockOrder, type FigureList } from "./ticket-list.ts";

/** The list behind a figure: what it lists, and the part of the report and of its period in which it looks. */
export interface Behind {
  readonly list: FigureList;
  readonly scope: ReportScope;
  readonly period: Period;
}

interface NarrowedClocks {
  readonly choice?: Partial<ClockChoice>;
  readonly scope?: Partial<ReportScope>;
  readonly order?: ClockOrder;
}

type Asked = Pick<Report, "scope" | "period">;

/** The clocks behind a figure of a report. */
export const clocksBehind = (
  report: Asked,
  { choice = {}, scope = {}, order = "due" }: NarrowedClocks = {},
): Behind => ({
  list: { of: "clocks", choice: { ...anyClock, ...choice }, order },
  scope: { ...report.scope, ...scope },
  period: report.period,
});

/** The tickets behind a figure of a report, or of one part of its period. */
export const ticketsBehind = (
  report: Asked,
  list: Exclude<FigureList, { of: "clocks" }>,
  period: Period = report.period,
): Behind => ({ list, scope: report.scope, period });
