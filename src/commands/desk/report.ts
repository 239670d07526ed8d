import { clockFor } from "../../clock.ts";
import { shareOf } from "../../charts/chart.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { readPrintedFigures } from "../../db/outcomes/printed-figures.ts";
import { outcomePages, readAttainment, readBreaches } from "../../db/outcomes/report-queries.ts";
import type { Desk } from "../../desk/desk.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { nearest } from "../../desk/checks/nearest.ts";
import { reportDocument } from "../../features/report/index.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { accountReport } from "../../reports/account-report.ts";
import { type Attainment, type Breach, type OutcomeFilter } from "../../reports/attainment.ts";
import { csvHead, csvLines } from "../../reports/outcomes-csv.ts";
import { englishPeriod } from "../../reports/english-period.ts";
import { readPeriod, startOfDate, usualPeriod, type Period } from "../../reports/period.ts";
import type { Instant } from "../../sla/instant.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { logDisclosure, withDatabase } from "./terminal.ts";

export const reportFormats = ["text", "html", "csv", "json", "pdf"] as const;
type ReportFormat = (typeof reportFormats)[number];

/** What the command line asks for; undefined where an option was left out. */
export interface ReportOptions {
  /** `last month`, `2026-10`, `2026-Q3`; empty if no words were given. */
  readonly words: string;
  readonly account: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly format: string | undefined;
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

const accountOf = (desk: Desk, account: string | undefined): Reading<OutcomeFilter["only"]> => {
  if (account === undefined) return { ok: true, value: {} };
  if (Object.hasOwn(desk.accounts, account)) return { ok: true, value: { account } };
  const near = nearest(account, Object.keys(desk.accounts));
  return { ok: false, fault: `There is no account ${account}${near === null ? "." : `: did you mean ${near}?`}` };
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

const readReport = async (database: DatabaseHandle, filter: OutcomeFilter): Promise<Found> => ({
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

const json = (found: Found, asked: string | undefined): string => {
  const accounts = byAccount(found);
  const reports = (asked === undefined ? [...accounts.keys()] : [asked]).map((account) =>
    accountReport(account, found.period, accounts.get(account) ?? nothing),
  );
  return JSON.stringify(asked === undefined ? reports : reports[0]);
};

/** The report as people read it at a terminal. */
const lines = (found: Found, desk: Desk): readonly string[] => {
  const viewer = { locale: "en", timezone: desk.timezone } as const;
  const words = sayIn("en");
  const nameOf = (account: string | null): string =>
    account === null ? "Account unknown" : (desk.accounts[account]?.name ?? account);
  const text = (row: Row): string => {
    const share = shareOf(row.met, row.met + row.breached);
    const met =
      share === null
        ? "none counts"
        : `${row.met} of ${row.met + row.breached} met (${Math.round(share * 1_000) / 10} %)`;
    const p90 = row.used.p90 === null ? "" : `, nine of ten within ${durationText(row.used.p90, "en")}`;
    const cancelled = row.cancelled === 0 ? "" : `, ${row.cancelled} cancelled`;
    return `  ${row.kind === "consulting" ? "consulting" : row.severity}, ${words(`clock.${row.clock}`)}: ${met}${p90}${cancelled}`;
  };
  const late = (each: Breach): string =>
    `    ${ticketName(each.ticket)} ${words(`clock.${each.clock}`)}: due ${momentText(each.dueAt, viewer)}, ${durationText(each.late, "en")} late (${each.cause})`;
  const { period } = found;
  const accounts = [...byAccount(found)];
  return [
    `Clocks due from ${momentText(period.from, viewer)} until ${momentText(period.to, viewer)} (${desk.timezone}).`,
    ...(accounts.length === 0 ? ["No clock was due in this time."] : []),
    ...accounts.flatMap(([account, { rows, breaches }]) => [nameOf(account), ...rows.map(text), ...breaches.map(late)]),
  ];
};

const writeCsv = async (terminal: Terminal, database: DatabaseHandle, filter: OutcomeFilter): Promise<0> => {
  terminal.out.write(csvHead());
  for await (const page of outcomePages(database.db, filter)) terminal.out.write(csvLines(page));
  return 0;
};

/** Prints how targets were kept, for one account or all. Returns the exit code. */
export const report = (terminal: Terminal, options: ReportOptions): Promise<number> => {
  const format = reportFormats.find((each) => each === (options.format ?? "text"));
  if (format === undefined)
    return Promise.resolve(
      printProblems(terminal, `--format is "${options.format}": expected one of ${reportFormats.join(", ")}.`),
    );
  if (format === "pdf" && "isTTY" in terminal.out && terminal.out.isTTY === true)
    return Promise.resolve(printProblems(terminal, "A PDF is no text: write it to a file with > report.pdf."));
  return withDatabase(terminal, async (database, env) => {
    const desk = await createDeskCache(deskOf).read(database.db);
    const { now } = await clockFor(env, database);
    const only = accountOf(desk, options.account);
    if (!only.ok) return printProblems(terminal, only.fault);
    const zone =
      (options.account === undefined ? undefined : desk.accounts[options.account]?.timezone) ?? desk.timezone;
    const period = periodOf(options, zone, now());
    if (!period.ok) return printProblems(terminal, period.fault);
    logDisclosure(terminal, env, "report", options.account === undefined ? {} : { account: options.account });
    const filter = { ...period.value, only: only.value };
    return printed(terminal, { database, filter, format, desk, asked: options.account, zone, now: now() });
  });
};

interface Printing {
  readonly database: DatabaseHandle;
  readonly filter: OutcomeFilter;
  readonly format: ReportFormat;
  readonly desk: Desk;
  readonly asked: string | undefined;
  readonly zone: string;
  readonly now: Instant;
}

/** Writes the report as a document that people print, in the desk's language. */
const writeDocument = async (
  terminal: Terminal,
  { database, filter, format, desk, asked, zone, now }: Printing,
): Promise<0> => {
  const figures = {
    ...(await readPrintedFigures(database.db, filter, mostListed)),
    only: asked === undefined ? {} : { account: asked },
    period: filter,
    zone,
    madeAt: now,
  };
  const document = reportDocument(figures, desk, { locale: desk.locale, timezone: zone });
  const file =
    format === "pdf"
      ? await (await import("../../documents/pdf/pdf-file.ts")).pdfFile(document)
      : await (await import("../../web/render/document-file.ts")).documentFile(document);
  terminal.out.write(file);
  return 0;
};

const printed = async (terminal: Terminal, printing: Printing): Promise<number> => {
  const { database, filter, format, desk, asked } = printing;
  if (format === "csv") return writeCsv(terminal, database, filter);
  if (format === "html" || format === "pdf") return writeDocument(terminal, printing);
  const found = await readReport(database, filter);
  return format === "json" ? say(terminal, json(found, asked)) : say(terminal, ...lines(found, desk));
};
