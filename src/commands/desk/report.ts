import { clockFor } from "../../clock.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { countToDerive } from "../../db/outcomes/derive-store.ts";
import { readPrintedReport } from "../../db/outcomes/read-printed-report.ts";
import { readReport } from "../../db/outcomes/read-report.ts";
import { outcomePages, readAttainment, readBreaches } from "../../db/outcomes/report-queries.ts";
import { nearest } from "../../desk/checks/nearest.ts";
import type { Desk } from "../../desk/desk.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { reportDocument } from "../../features/report/index.ts";
import { accountReport } from "../../reports/account-report.ts";
import type { Attainment, Breach, OutcomeFilter } from "../../reports/attainment.ts";
import { englishPeriod } from "../../reports/english-period.ts";
import type { ReportRequest } from "../../reports/make-report.ts";
import { csvHead, csvLines } from "../../reports/outcomes-csv.ts";
import { readPeriod, startOfDate, usualPeriod, type Period } from "../../reports/period.ts";
import { reportJson } from "../../reports/report-json.ts";
import { filterOf, managersOf, type ReportScope } from "../../reports/scope.ts";
import type { Instant } from "../../sla/instant.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { documentLines } from "./document-lines.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { logDisclosure, withDatabase } from "./terminal.ts";

export const reportFormats = ["text", "html", "csv", "json", "pdf"] as const;
type ReportFormat = (typeof reportFormats)[number];

/** What the command line asks for; undefined where an option was left out. */
export interface ReportOptions {
  /** `last month`, `2026-10`, `2026-Q3`; empty if no words were given. */
  readonly words: string;
  readonly account: string | undefined;
  readonly area: string | undefined;
  readonly manager: string | undefined;
  readonly agent: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly format: string | undefined;
  /** Whether JSON has all figures of the report, in place of the clocks of each account. */
  readonly figures: boolean;
}

type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

const periods = "last week, this month, 2026, 2026-Q3, 2026-10 or 2026-10-31";

/** The period that is asked for: without any, the month before this one. */
const periodOf = ({ words, from, to }: ReportOptions, zone: string, now: Instant): Reading<Period> => {
  if (from === undefined && to === undefined) {
    const named = words === "" ? usualPeriod : (englishPeriod(words, dateAt(zone, now)) ?? words);
    const period = readPeriod(named, zone, now);
    return period === null
      ? { ok: false, fault: `“${words}” is no period: write ${periods}.` }
      : { ok: true, value: period };
  }
  if (words !== "") return { ok: false, fault: "Name either a period, or --from and --to." };
  if (from === undefined) return { ok: false, fault: "--to needs --from, the first day of the report." };
  const start = startOfDate(zone, from);
  if (start === null) return { ok: false, fault: `--from is “${from}”: expected a day such as 2026-10-01.` };
  const end = to === undefined ? now : startOfDate(zone, to);
  if (end === null)
    return { ok: false, fault: `--to is “${to}”: expected a day such as 2026-11-01. That day is not in the report.` };
  return end > start
    ? { ok: true, value: { from: start, to: end } }
    : { ok: false, fault: "--to must be after --from." };
};

/** Where the keys of each option stand in the desk, and what one of them is called. */
const scopeOptions = {
  account: { keys: (desk: Desk) => Object.keys(desk.accounts), name: "account" },
  area: { keys: (desk: Desk) => Object.keys(desk.areas), name: "area" },
  manager: { keys: (desk: Desk) => Object.keys(desk.people), name: "person" },
  agent: { keys: (desk: Desk) => Object.keys(desk.people), name: "person" },
} as const;

/** What the report is narrowed to, or the first key that the desk does not have. */
const scopeOf = (desk: Desk, options: ReportOptions): Reading<ReportScope> => {
  for (const [option, { keys, name }] of Object.entries(scopeOptions)) {
    const key = options[option as keyof ReportScope];
    if (key === undefined || keys(desk).includes(key)) continue;
    const near = nearest(key, keys(desk));
    return { ok: false, fault: `There is no ${name} ${key}${near === null ? "." : `: did you mean ${near}?`}` };
  }
  const { account = null, area = null, manager = null, agent = null } = options;
  return { ok: true, value: { account, area, manager, agent } };
};

/** The most breaches in one report. A report of a desk that breaches more is asked for by account or for a shorter time. */
const mostBreaches = 100_000;

/** A document lists so many missed targets: about a hundred pages. */
const mostListed = 3_000;

type Row = Attainment<"account" | "kind" | "severity" | "clock">;

interface Found {
  readonly period: Period;
  readonly rows: readonly Row[];
  readonly breaches: readonly Breach[];
}

const readCounts = async (database: DatabaseHandle, filter: OutcomeFilter): Promise<Found> => ({
  period: filter,
  rows: await readAttainment(database.db, filter, ["account", "kind", "severity", "clock"]),
  breaches: await readBreaches(database.db, filter, mostBreaches),
});

/** The rows and breaches of each account, in the order of the rows. */
const byAccount = ({ rows, breaches }: Found) => {
  const late = Map.groupBy(breaches, ({ account }) => account);
  return new Map(
    [...Map.groupBy(rows, ({ account }) => account)].map(
      ([account, own]) => [account, { rows: own, breaches: late.get(account) ?? [] }] as const,
    ),
  );
};

const nothing = { rows: [], breaches: [] } as const;

const json = (found: Found, asked: string | null): string => {
  const accounts = byAccount(found);
  const reports = (asked === null ? [...accounts.keys()] : [asked]).map((account) =>
    accountReport(account, found.period, accounts.get(account) ?? nothing),
  );
  return JSON.stringify(asked === null ? reports : reports[0]);
};

const writeCsv = async (terminal: Terminal, database: DatabaseHandle, filter: OutcomeFilter): Promise<0> => {
  terminal.out.write(csvHead());
  for await (const page of outcomePages(database.db, filter)) terminal.out.write(csvLines(page));
  return 0;
};

/** Prints how targets were kept: of the whole desk, or of what the options name. Returns the exit code. */
export const report = (terminal: Terminal, options: ReportOptions): Promise<number> => {
  const format = reportFormats.find((each) => each === (options.format ?? "text"));
  if (format === undefined)
    return Promise.resolve(
      printProblems(terminal, `--format is "${options.format}": expected one of ${reportFormats.join(", ")}.`),
    );
  if (options.figures && format !== "json")
    return Promise.resolve(
      printProblems(terminal, "--figures needs --format json: the other formats have all figures."),
    );
  if (format === "pdf" && "isTTY" in terminal.out && terminal.out.isTTY === true)
    return Promise.resolve(printProblems(terminal, "A PDF is no text: write it to a file with > report.pdf."));
  return withDatabase(terminal, async (database, env) => {
    const desk = await createDeskCache(deskOf).read(database.db);
    const { now: clock } = await clockFor(env, database);
    const now = clock();
    const scope = scopeOf(desk, options);
    if (!scope.ok) return printProblems(terminal, scope.fault);
    const { account } = scope.value;
    const zone = (account === null ? undefined : desk.accounts[account]?.timezone) ?? desk.timezone;
    const period = periodOf(options, zone, now);
    if (!period.ok) return printProblems(terminal, period.fault);
    logDisclosure(terminal, env, "report", account === null ? {} : { account });
    const request = { scope: scope.value, period: period.value, zone, now, managers: managersOf(desk.accounts) };
    const toDerive = await countToDerive(database.db);
    if (toDerive > 0)
      terminal.err.write(
        `${toDerive} older tickets do not count yet: Plazo derives them after the upgrade while it runs.\n`,
      );
    return printed(terminal, { database, request, format, desk, hasFigures: options.figures });
  });
};

interface Printing {
  readonly database: DatabaseHandle;
  readonly request: ReportRequest;
  readonly format: ReportFormat;
  readonly desk: Desk;
  readonly hasFigures: boolean;
}

/** Writes the report as a document: for the terminal in English, to print in the desk's language. */
const writeDocument = async (
  terminal: Terminal,
  { database, request, desk }: Printing,
  format: "text" | "html" | "pdf",
): Promise<number> => {
  const read = await readPrintedReport(database.db, request, mostListed);
  const document = reportDocument(read, desk, { locale: format === "text" ? "en" : desk.locale });
  switch (format) {
    case "text":
      return say(terminal, ...documentLines(document));
    case "html":
      return say(terminal, await (await import("../../web/render/document-file.ts")).documentFile(document));
    case "pdf":
      terminal.out.write(await (await import("../../documents/pdf/pdf-file.ts")).pdfFile(document));
      return 0;
  }
};

const printed = async (terminal: Terminal, printing: Printing): Promise<number> => {
  const { database, request, format, hasFigures } = printing;
  const filter = { ...request.period, only: filterOf(request.scope, request.managers) };
  switch (format) {
    case "csv":
      return writeCsv(terminal, database, filter);
    case "json":
      return hasFigures
        ? say(terminal, JSON.stringify(reportJson(await readReport(database.db, request))))
        : say(terminal, json(await readCounts(database, filter), request.scope.account));
    default:
      return writeDocument(terminal, printing, format);
  }
};
