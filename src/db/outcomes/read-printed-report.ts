import type { PrintedReport } from "../../features/report/index.ts";
import type { ReportRequest } from "../../reports/make-report.ts";
import { filterOf } from "../../reports/scope.ts";
import type { Database } from "../connection/handle.ts";
import { readReport } from "./read-report.ts";
import { readBreaches } from "./report-queries.ts";

/** Reads a report to print, with so many missed targets at most. */
export const readPrintedReport = async (
  db: Database,
  request: ReportRequest,
  mostListed: number,
): Promise<PrintedReport> => {
  const filter = { ...request.period, only: filterOf(request.scope, request.managers) };
  const breaches = await readBreaches(db, filter, mostListed + 1);
  return {
    report: await readReport(db, request),
    breaches: breaches.slice(0, mostListed),
    isCut: breaches.length > mostListed,
  };
};
