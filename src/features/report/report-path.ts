import type { Desk } from "../../desk/desk.ts";
import type { OutcomeFilter } from "../../reports/attainment.ts";
import { filterOf, managersOf, wholeDesk } from "../../reports/scope.ts";
import type { ReportedOnly } from "../../requests/intent.ts";

/** How the web desk gives a report: as a page, or as a file to print or send. */
export type ReportForm = "page" | "pdf" | "html";

/** The outcomes that a report counts. An account counts for the person who manages it today, as on the web desk. */
export const outcomesOf = (only: ReportedOnly, { accounts }: Pick<Desk, "accounts">): OutcomeFilter["only"] =>
  filterOf({ ...wholeDesk, ...only }, managersOf(accounts));

/**
 * The path of a report on the web desk that counts the same, so that its address can be shared: `/desk/reports?period=last+week`.
 * The names of the fields are those of the page's form; what is not named there counts everything.
 */
export const reportPath = (
  period: string,
  { account, area, manager, agent }: ReportedOnly,
  format: ReportForm = "page",
): string => {
  const named = { period, account, area, manager, agent };
  const fields = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return `/desk/reports${format === "page" ? "" : `/report.${format}`}?${new URLSearchParams(fields).toString()}`;
};

/** How many characters a description of a picture has at most: Discord's limit. */
const mostInDescription = 1_000;

/** What a screen reader says of the chart: its most important figures, then each row, as far as there is room. */
export const pictureText = (description: string, rows: readonly string[]): string => {
  let text = description;
  for (const row of rows) {
    if (text.length + row.length + 2 > mostInDescription) return text;
    text += ` ${row}.`;
  }
  return text;
};
