import { html } from "hono/html";
import { shareOf, shareText } from "../../charts/chart.ts";
import type { Desk } from "../../desk/desk.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { type Attainment, type Breach } from "../../reports/attainment.ts";
import type { Period } from "../../reports/period.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import { severities } from "../../sla/severity.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Markup } from "../render/line.ts";
import { table } from "../render/table.ts";
import { byName, select } from "./queue-filters.ts";

/** The periods that the page offers. The address takes others too, such as `2026-Q3`. */
const offered = ["thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisQuarter", "lastQuarter", "thisYear"] as const;
const wordsOf = (name: (typeof offered)[number]): string =>
  name.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`);

type Row = Attainment<"kind" | "severity" | "clock">;

interface ShownReport {
  /** The words that name the period; and the words that name none, if those were asked for. */
  readonly words: string;
  readonly refused: string | null;
  readonly zone: string;
  readonly period: Period;
  readonly account: string | null;
  readonly rows: readonly Row[];
  readonly breaches: readonly Breach[];
  /** Whether more targets were breached than the page lists. */
  readonly isCut: boolean;
  readonly chart: Markup | null;
}

const inOrder = (one: Row, other: Row): number =>
  allClockKinds.indexOf(one.clock) - allClockKinds.indexOf(other.clock) ||
  severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
  one.kind.localeCompare(other.kind);

const countsTable = (rows: readonly Row[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const length = (ms: number | null): string => (ms === null ? "–" : durationText(ms, viewer.locale));
  const heads = ["clock", "severity", "share", "met", "breached", "cancelled", "half", "nineOfTen"] as const;
  return table(
    { label: say("report.counts"), heads: heads.map((each) => say(`report.${each}`)) },
    rows.toSorted(inOrder).map(
      (row) =>
        html`<tr>
          <th scope="row">${say(`clock.${row.clock}`)}</th>
          <td>${row.kind === "consulting" ? say("kind.consulting") : say(`severityLabel.${row.severity}`)}</td>
          <td>${shareText(shareOf(row.met, row.met + row.breached), viewer.locale)}</td>
          <td>${row.met}</td>
          <td>${row.breached}</td>
          <td>${row.cancelled}</td>
          <td>${length(row.used.p50)}</td>
          <td>${length(row.used.p90)}</td>
        </tr>`,
    ),
  );
};

const breachesTable = (breaches: readonly Breach[], desk: Desk, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const nameOf = (account: string | null): string =>
    account === null ? say("triage.accountUnknown") : (desk.accounts[account]?.name ?? account);
  const heads = ["ticket", "account", "clock", "due", "late", "cause"] as const;
  return table(
    { label: say("report.breaches"), heads: heads.map((each) => say(`report.${each}`)) },
    breaches.map(
      (each) =>
        html`<tr>
          <th scope="row"><a href="/desk/tickets/${each.ticket}">${ticketName(each.ticket)}</a></th>
          <td dir="auto">${nameOf(each.account)}</td>
          <td>${say(`clock.${each.clock}`)}</td>
          <td>${datedMomentText(each.dueAt, viewer)}</td>
          <td>${durationText(each.late, viewer.locale)}</td>
          <td>${say(`report.cause.${each.cause}`)}</td>
        </tr>`,
    ),
  );
};

/** How targets were kept in a period: a form for the period and the account, a chart, counts, and each breach. */
export const reportPage = (shown: ShownReport, desk: Desk, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const { period, rows, breaches, zone } = shown;
  const inZone = { ...viewer, timezone: zone };
  const periods = offered.map((each) => [wordsOf(each), say(`report.${each}`)] as const);
  const other = periods.some(([words]) => words === shown.words) ? [] : [[shown.words, shown.words] as const];
  return html`<h1>${say("report.title")}</h1>
    <form method="get" action="/desk/reports" class="filters">
      <label class="pick-one"
        ><span>${say("report.period")}</span>
        <select name="period">
          ${[...other, ...periods].map(
            ([words, label]) =>
              html`<option value="${words}" ${words === shown.words ? html` selected` : ""}>${label}</option>`,
          )}
        </select></label
      >
      ${select({ name: "account", label: say("fact.account"), chosen: shown.account }, say("web.any"), byName(Object.values(desk.accounts), viewer))}
      <button class="button" type="submit">${say("report.show")}</button>
    </form>
    ${shown.refused === null ? "" : html`<p role="alert">${say("report.noPeriod", { words: shown.refused })}</p>`}
    <p>
      ${say("report.about", {
        from: datedMomentText(period.from, inZone),
        to: datedMomentText(period.to, inZone),
        zone,
      })}
    </p>
    ${
      rows.length === 0
        ? html`<p>${say("report.nothing")}</p>`
        : html`${shown.chart ?? ""}
            <h2>${say("report.counts")}</h2>
            ${countsTable(rows, viewer)}
            <h2>${say("report.breaches")}</h2>
            ${breaches.length === 0 ? html`<p>${say("report.noBreaches")}</p>` : breachesTable(breaches, desk, viewer)}
            ${shown.isCut ? html`<p>${say("report.moreBreaches", { count: breaches.length })}</p>` : ""}`
    }`;
};
