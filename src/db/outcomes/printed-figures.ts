import type { PrintedFigures } from "../../features/report/index.ts";
import type { OutcomeFilter } from "../../reports/attainment.ts";
import type { Database } from "../connection/handle.ts";
import { readAttainment, readBreaches } from "./report-queries.ts";

/** The figures of a printed report, by the same queries as every other report, with so many missed targets at most. */
export const readPrintedFigures = async (
  db: Database,
  filter: OutcomeFilter,
  mostListed: number,
): Promise<Pick<PrintedFigures, "byClock" | "bySeverity" | "byAccount" | "breaches" | "isCut">> => {
  const breaches = await readBreaches(db, filter, mostListed + 1);
  return {
    byClock: await readAttainment(db, filter, ["clock"]),
    bySeverity: await readAttainment(db, filter, ["clock", "kind", "severity"]),
    byAccount: await readAttainment(db, filter, ["account"]),
    breaches: breaches.slice(0, mostListed),
    isCut: breaches.length > mostListed,
  };
};
