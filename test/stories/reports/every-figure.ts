import { clocksBehind, ticketsBehind, type Behind } from "../../../src/reports/behind.ts";
import { aloneCauses, type Report, type ValueCounts } from "../../../src/reports/report.ts";
import { without, type ReportScope } from "../../../src/reports/scope.ts";
import type { ClockChoice } from "../../../src/reports/ticket-list.ts";
import { scores } from "../../../src/tickets/ticket-records.ts";

/** A figure of a report, and the list behind it. */
export interface FigureWithList {
  readonly value: number;
  readonly behind: Behind;
}

const outcomes = ["met", "breached", "cancelled"] as const;

const byScope = (
  report: Report,
  name: keyof ReportScope,
  rows: readonly ValueCounts<string | null>[],
): readonly FigureWithList[] =>
  rows.flatMap(({ value, counts }) =>
    outcomes.map((outcome) => ({
      value: counts.now[outcome],
      behind: clocksBehind(report, { choice: { outcome }, scope: { [name]: value ?? without } }),
    })),
  );

const byChoice = <Value>(
  report: Report,
  rows: readonly ValueCounts<Value>[],
  choiceOf: (value: Value) => Partial<ClockChoice>,
): readonly FigureWithList[] =>
  rows.flatMap(({ value, counts }) =>
    outcomes.map((outcome) => ({
      value: counts.now[outcome],
      behind: clocksBehind(report, { choice: { ...choiceOf(value), outcome } }),
    })),
  );

/** Every count of a report. Groups by what the scope fixes already are the whole, and are left out. */
export const everyFigure = (report: Report): readonly FigureWithList[] => {
  const { scope, clocks, hours, causes, times, flow, reopening, backlog, ratings, articles } = report;
  const moment = (of: "opened" | "closed" | "closedInVain" | "reopened" | "rated") => ({ of, score: null }) as const;
  return [
    ...outcomes.map((outcome) => ({
      value: clocks.now[outcome],
      behind: clocksBehind(report, { choice: { outcome } }),
    })),
    ...byChoice(report, report.byClock, (clock) => ({ clock })),
    ...byChoice(report, report.bySeverity, (severity) => ({ severity })),
    ...(scope.account === null ? byScope(report, "account", report.byAccount) : []),
    ...(scope.area === null ? byScope(report, "area", report.byArea) : []),
    ...(scope.manager === null && scope.account === null ? byScope(report, "manager", report.byManager) : []),
    ...(scope.agent === null ? byScope(report, "agent", report.byAgent) : []),
    ...hours.flatMap(({ day, hour, met, breached, alone }) => [
      { value: met, behind: clocksBehind(report, { choice: { hour: { day, hour }, outcome: "met" } }) },
      { value: breached, behind: clocksBehind(report, { choice: { hour: { day, hour }, outcome: "breached" } }) },
      {
        value: alone,
        behind: clocksBehind(report, { choice: { hour: { day, hour }, outcome: "breached", causes: aloneCauses } }),
      },
    ]),
    ...causes.map(({ cause, count }) => ({
      value: count.now,
      behind: clocksBehind(report, { choice: { outcome: "breached", causes: [cause] } }),
    })),
    ...times.map(({ clock, ended }) => ({
      value: ended.now,
      behind: clocksBehind(report, { choice: { clock, outcome: "ended" }, order: "used" }),
    })),
    ...flow.parts.flatMap(({ opened, closed, reopened, ...part }) => [
      { value: opened, behind: ticketsBehind(report, moment("opened"), part) },
      { value: closed, behind: ticketsBehind(report, moment("closed"), part) },
      { value: reopened, behind: ticketsBehind(report, moment("reopened"), part) },
    ]),
    { value: flow.total.now.opened, behind: ticketsBehind(report, moment("opened")) },
    { value: flow.total.now.closed, behind: ticketsBehind(report, moment("closed")) },
    { value: flow.total.now.reopened, behind: ticketsBehind(report, moment("reopened")) },
    { value: reopening.now.inVain, behind: ticketsBehind(report, moment("closedInVain")) },
    ...backlog.flatMap(({ open, waiting }, age) => [
      { value: open, behind: ticketsBehind(report, { of: "backlog", status: "open", age }) },
      { value: waiting, behind: ticketsBehind(report, { of: "backlog", status: "waiting", age }) },
    ]),
    ...scores.map((score) => ({
      value: ratings.scores.now[score],
      behind: ticketsBehind(report, { of: "rated", score }),
    })),
    ...articles.shown.map(({ title, tickets }) => ({
      value: tickets,
      behind: ticketsBehind(report, { of: "articles", title }),
    })),
  ];
};
