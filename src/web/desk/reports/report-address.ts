import type { Desk } from "../../../desk/desk.ts";
import { type ReportForm } from "../../../features/report/index.ts";
import type { Behind } from "../../../reports/behind.ts";
import { periodWords, readPeriod, usualPeriod, type Period } from "../../../reports/period.ts";
import { wholeDesk, type ReportScope } from "../../../reports/scope.ts";
import type { Instant } from "../../../sla/instant.ts";

/** What the address of a report names: `/desk/reports?period=2026-Q3&account=acme`. It holds what is shown, so it can be shared. */
export interface ReportAddress {
  /** The words that name the period; and the words that name none, if those were asked for. */
  readonly words: string;
  readonly refused: string | null;
  /** Days begin at midnight of this zone: the account's, else the desk's. An address may name another one of these. */
  readonly zone: string;
  readonly period: Period;
  readonly scope: ReportScope;
}

/** Longer values than a key of the desk file are not looked up. */
const longestKey = 64;
const longestWords = 40;

/** A value of the address, in the given length; null if there is none. */
export const valueIn = (query: URLSearchParams, name: string, most = longestKey): string | null => {
  const given = query.get(name)?.trim() ?? "";
  return given === "" || given.length > most || given.includes("\0") ? null : given;
};

const zoneOf = (query: URLSearchParams, { account }: ReportScope, desk: Desk): string => {
  const named = valueIn(query, "zone");
  const zones = [desk.timezone, ...Object.values(desk.accounts).map(({ timezone }) => timezone)];
  if (named !== null && zones.includes(named)) return named;
  const known = account !== null && Object.hasOwn(desk.accounts, account) ? desk.accounts[account] : undefined;
  return known?.timezone ?? desk.timezone;
};

/** Reads an address. Words that name no period are said to be so, and the usual period is shown. */
export const reportAddressOf = (query: URLSearchParams, desk: Desk, now: Instant): ReportAddress => {
  const scope: ReportScope = {
    account: valueIn(query, "account"),
    area: valueIn(query, "area"),
    manager: valueIn(query, "manager"),
    agent: valueIn(query, "agent"),
  };
  const zone = zoneOf(query, scope, desk);
  const asked = (query.get("period") ?? "").slice(0, longestWords);
  const found = asked.trim() === "" ? null : readPeriod(asked, zone, now);
  const period = found ?? readPeriod(usualPeriod, zone, now);
  if (period === null) throw new Error("the usual period is not readable");
  return {
    words: found === null ? usualPeriod : asked,
    refused: found === null && asked.trim() !== "" ? asked : null,
    zone,
    period,
    scope,
  };
};

type Fields = readonly (readonly [name: string, value: string])[];

const scopeFields = (scope: ReportScope): Fields =>
  (["account", "area", "manager", "agent"] as const).flatMap((name) => {
    const value = scope[name];
    return value === null ? [] : [[name, value] as const];
  });

const pathOf = (path: string, fields: Fields): string =>
  `${path}?${new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()}`;

/** The path of a report: its page, or a file to print or to send. */
export const reportPath = ({
  words,
  scope,
  form = "page",
}: Pick<ReportAddress, "words" | "scope"> & { readonly form?: ReportForm }): string =>
  pathOf(form === "page" ? "/desk/reports" : `/desk/reports/report.${form}`, [
    ["period", words],
    ...scopeFields(scope),
  ]);

/** The report of this person that needs no choice: an account manager's is about their accounts. */
export const usualReportPath = (manager: string | null): string =>
  reportPath({ words: usualPeriod, scope: { ...wholeDesk, manager } });

const listFields = ({ list }: Behind): Fields => {
  switch (list.of) {
    case "clocks": {
      const { clock, severity, outcome, causes, hour } = list.choice;
      return Object.entries({
        clock,
        severity,
        outcome,
        cause: causes.length === 0 ? null : causes.join(","),
        hour: hour === null ? null : `${hour.day}-${hour.hour}`,
        order: list.order === "due" ? null : list.order,
      }).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    }
    case "articles":
      return [["title", list.title]];
    case "backlog":
      return [
        ...(list.status === null ? [] : [["status", list.status] as const]),
        ...(list.age === null ? [] : [["age", String(list.age)] as const]),
      ];
    default:
      return list.score === null ? [] : [["score", list.score]];
  }
};

/** The days of a period as its address names them, with the zone, so that each figure and its list have the same days. */
const behindFields = (behind: Behind, zone: string): Fields => [
  ["list", behind.list.of],
  ...listFields(behind),
  ["period", periodWords(behind.period, zone)],
  ["zone", zone],
  ...scopeFields(behind.scope),
];

/** The path of the list behind a figure; `page` counts from 1. */
export const listPath = (behind: Behind, zone: string, page = 1): string =>
  pathOf("/desk/reports/tickets", [
    ...behindFields(behind, zone),
    ...(page === 1 ? [] : [["page", String(page)] as const]),
  ]);

/** The path of the same clocks as a file. */
export const csvPath = (behind: Behind, zone: string): string =>
  pathOf("/desk/reports/clocks.csv", behindFields(behind, zone));
