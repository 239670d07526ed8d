import { html } from "hono/html";
import { scopeName, severityName, shareChange, shareMet } from "../../../features/report/index.ts";
import { shareText } from "../../../charts/chart.ts";
import { sayIn } from "../../../i18n/say.ts";
import { clocksBehind, type Behind } from "../../../reports/behind.ts";
import { judged } from "../../../reports/make-report.ts";
import { aloneCauses, type ValueCounts } from "../../../reports/report.ts";
import { without, type ReportScope } from "../../../reports/scope.ts";
import type { ClockChoice } from "../../../reports/ticket-list.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import { countFigure, figure, type ReportView } from "./figures.ts";

interface CountedRow {
  readonly name: string;
  readonly counts: ValueCounts<unknown>["counts"];
  /** The clocks of this row that ended in a way. */
  readonly behind: (outcome: NonNullable<ClockChoice["outcome"]>) => Behind;
}

/** More rows open on demand. */
const rowsShown = 15;

const rowOf = ({ name, counts, behind }: CountedRow, view: ReportView): Markup => {
  const { now, before } = counts;
  const { viewer } = view;
  const share = shareText(shareMet(now), viewer.locale);
  return html`<tr>
    <th scope="row" dir="auto">${name}</th>
    <td class="number">${figure(share, judged(now), behind("ended"), view)}</td>
    <td class="number change">${shareChange({ now: shareMet(now), before: shareMet(before) }, viewer) ?? "–"}</td>
    <td class="number">${countFigure(now.met, behind("met"), view)}</td>
    <td class="number">${countFigure(now.breached, behind("breached"), view)}</td>
    <td class="number">${countFigure(now.cancelled, behind("cancelled"), view)}</td>
  </tr>`;
};

const countsTable = (
  { title, head, rows }: { readonly title: string; readonly head: string; readonly rows: readonly CountedRow[] },
  view: ReportView,
): Markup => {
  const say = sayIn(view.viewer.locale);
  const heads = [
    head,
    ...(["share", "change", "met", "breached", "cancelled"] as const).map((each) => say(`report.${each}`)),
  ];
  const part = (shown: readonly CountedRow[]): Markup =>
    table(
      { label: title, heads, kind: "figures" },
      shown.map((row) => rowOf(row, view)),
    );
  const rest = rows.slice(rowsShown);
  return html`<h3>${title}</h3>
    ${part(rows.slice(0, rowsShown))}
    ${
      rest.length === 0
        ? ""
        : html`<details>
            <summary class="button">${say("report.more", { count: rest.length })}</summary>
            ${part(rest)}
          </details>`
    }`;
};

const byScope = (name: keyof ReportScope, rows: readonly ValueCounts<string | null>[], view: ReportView): Markup => {
  const say = sayIn(view.viewer.locale);
  const titles = { account: "byAccount", area: "byArea", manager: "byManager", agent: "byAgent" } as const;
  return countsTable(
    {
      title: say(`report.${titles[name]}`),
      head: say(`report.${name}`),
      rows: rows.map(({ value, counts }) => ({
        name: scopeName(name, value, view),
        counts,
        behind: (outcome) => clocksBehind(view.report, { choice: { outcome }, scope: { [name]: value ?? without } }),
      })),
    },
    view,
  );
};

const byChoice = <Value>(
  name: "clock" | "severity",
  rows: readonly ValueCounts<Value>[],
  about: { readonly nameOf: (value: Value) => string; readonly choiceOf: (value: Value) => Partial<ClockChoice> },
  view: ReportView,
): Markup => {
  const say = sayIn(view.viewer.locale);
  return countsTable(
    {
      title: say(name === "clock" ? "report.byClock" : "report.bySeverity"),
      head: say(`report.${name}`),
      rows: rows.map(({ value, counts }) => ({
        name: about.nameOf(value),
        counts,
        behind: (outcome) => clocksBehind(view.report, { choice: { ...about.choiceOf(value), outcome } }),
      })),
    },
    view,
  );
};

/** How targets were kept: by clock, severity, account and so on. What the report is narrowed to has no table of one row. */
export const keptTables = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const { scope } = report;
  const say = sayIn(viewer.locale);
  const isManaged = scope.manager === null && scope.account === null;
  return html`${byChoice("clock", report.byClock, { nameOf: (clock) => say(`clock.${clock}`), choiceOf: (clock) => ({ clock }) }, view)}
  ${byChoice("severity", report.bySeverity, { nameOf: (severity) => severityName(severity, viewer), choiceOf: (severity) => ({ severity }) }, view)}
  ${scope.account === null ? byScope("account", report.byAccount, view) : ""}
  ${scope.area === null ? byScope("area", report.byArea, view) : ""}
  ${isManaged ? byScope("manager", report.byManager, view) : ""}
  ${scope.agent === null ? byScope("agent", report.byAgent, view) : ""}`;
};

/** Why targets were missed, with the list of each reason. */
export const causesTable = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const { breached } = report.clocks.now;
  if (breached === 0) return html`<p>${say("report.noBreaches")}</p>`;
  return html`${table(
      {
        label: say("report.causes"),
        heads: [say("report.cause"), say("report.missed"), say("report.change")],
        kind: "figures",
      },
      report.causes.map(
        ({ cause, count }) =>
          html`<tr>
            <th scope="row">${say(`report.cause.${cause}`)}</th>
            <td class="number">
              ${countFigure(count.now, clocksBehind(report, { choice: { outcome: "breached", causes: [cause] } }), view)}
            </td>
            <td class="number change">${say("report.before", { value: count.before })}</td>
          </tr>`,
      ),
    )}
    <p>
      ${figure(say("report.allBreaches"), breached, clocksBehind(report, { choice: { outcome: "breached" } }), view)}
    </p>`;
};

/** The hours of the week in which most targets were missed without a person. */
export const aloneHours = (view: ReportView, hourText: (day: number, hour: number) => string): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const hours = report.hours
    .filter(({ alone }) => alone > 0)
    .toSorted((one, other) => other.alone - one.alone)
    .slice(0, rowsShown);
  if (hours.length === 0) return html`<p>${say("report.noGaps")}</p>`;
  return table(
    {
      label: say("report.gaps"),
      heads: [say("report.hour"), say("report.alone"), say("report.missed")],
      kind: "figures",
    },
    hours.map(({ day, hour, alone, breached }) => {
      const choice = { hour: { day, hour }, outcome: "breached" } as const;
      return html`<tr>
        <th scope="row">${hourText(day, hour)}</th>
        <td class="number">
          ${countFigure(alone, clocksBehind(report, { choice: { ...choice, causes: aloneCauses } }), view)}
        </td>
        <td class="number">${countFigure(breached, clocksBehind(report, { choice }), view)}</td>
      </tr>`;
    }),
  );
};
