import { html } from "hono/html";
import type { CoverageGap } from "../../../desk/coverage-gap.ts";
import { gapLine } from "../../../features/home/index.ts";
import { dayName } from "../../../i18n/calendar-text.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { clocksBehind } from "../../../reports/behind.ts";
import type { Period } from "../../../reports/period.ts";
import { weekdays } from "../../../sla/calendar.ts";
import { csvPath, reportPath, type ReportAddress } from "../../desk/reports/report-address.ts";
import { line, type Markup, type PageContext } from "../../render/line.ts";
import type { ReportView } from "./figures.ts";
import { backlogTable, flowTable, reopeningLine } from "./flow.ts";
import { aloneHours, causesTable, keptTables } from "./kept.ts";
import { lengthsTable } from "./lengths.ts";
import { reportForm } from "./report-form.ts";
import { summary } from "./summary.ts";
import { articlesPart, ratingsPart } from "./voices.ts";

/** The pictures of a report; null where there is nothing to draw. */
export interface ReportCharts {
  readonly kept: Markup | null;
  readonly hours: Markup | null;
  readonly lengths: Markup | null;
  readonly flow: Markup | null;
}

interface ShownReport extends ReportView {
  readonly address: ReportAddress;
  readonly charts: ReportCharts;
  /** Hours that the desk of today leaves without a person; null: this process does not know which platforms are switched on. */
  readonly gaps: readonly CoverageGap[] | null;
}

/** An hour of the week: "Mon, 14:00–15:00". */
export const weekHourText = (day: number, hour: number, { locale }: Viewer): string => {
  const at = (each: number): string => `${String(each).padStart(2, "0")}:00`;
  return `${dayName(weekdays[day] ?? "mon", locale)}, ${at(hour)}–${at(hour + 1)}`;
};

/** A part below a heading, to which the page links. It is no landmark of its own, because its table is one of the same name. */
const section = (id: string, title: string, content: Markup): Markup =>
  html`<section class="report-part">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`;

const gapsPart = (shown: ShownReport, context: PageContext): Markup => {
  const { viewer, gaps } = shown;
  const say = sayIn(viewer.locale);
  return html`<p>${say("report.gapsAbout")}</p>
    ${aloneHours(shown, (day, hour) => weekHourText(day, hour, viewer))}
    ${
      gaps === null
        ? ""
        : gaps.length === 0
          ? html`<p>${say("report.noGapsToday")}</p>`
          : html`<p>${say("report.gapsToday")}</p>
              <ul class="bullets">
                ${gaps.map((gap) => html`<li>${line(gapLine(gap, viewer), context)}</li>`)}
              </ul>`
    }
    <p class="faint">${say("report.gapsData")}</p>`;
};

/** What the figures are about: the period, the one before, and how they are counted. */
const aboutPart = ({ report, viewer }: ReportView): Markup => {
  const say = sayIn(viewer.locale);
  const inZone = { ...viewer, timezone: report.zone };
  const words = ({ from, to }: Period) => ({ from: datedMomentText(from, inZone), to: datedMomentText(to, inZone) });
  return html`<p>
      ${say("report.about", { ...words(report.period), zone: report.zone })}
      ${say("report.aboutBefore", words(report.before))}
      ${report.period.to > report.madeAt ? say("report.unfinished") : ""}
    </p>
    ${report.toDerive > 0 ? html`<p role="status">${say("report.toDerive", { count: report.toDerive })}</p>` : ""}
    <p class="faint">${say("report.aboutScope")}</p>`;
};

/** The report to print or to send, and its clocks for a spreadsheet. */
const filesPart = ({ report, viewer, address }: ShownReport, isEmpty: boolean): Markup => {
  const say = sayIn(viewer.locale);
  const link = (path: string, label: string): Markup => html`<a class="button" href="${path}">${label}</a>`;
  return html`<p class="row">
    ${link(reportPath({ ...address, form: "pdf" }), say("report.pdf"))}
    ${link(reportPath({ ...address, form: "html" }), say("report.html"))}
    ${isEmpty ? "" : link(csvPath(clocksBehind(report), report.zone), say("report.csv"))}
  </p>`;
};

/** How the desk did in a period: the summary first, then the parts, each figure with the list behind it. */
export const reportPage = (shown: ShownReport, context: PageContext): Markup => {
  const { report, viewer, charts, address } = shown;
  const say = sayIn(viewer.locale);
  const { met, breached, cancelled } = report.clocks.now;
  const isEmpty = met + breached + cancelled === 0;
  const empty = html`<p>${say("report.nothing")}</p>`;
  const parts: readonly (readonly [id: string, title: string, content: Markup])[] = [
    ["kept", say("report.kept"), isEmpty ? empty : html`${charts.kept ?? ""}${keptTables(shown)}`],
    ["causes", say("report.causes"), isEmpty ? empty : causesTable(shown)],
    ["gaps", say("report.gaps"), html`${charts.hours ?? ""}${gapsPart(shown, context)}`],
    [
      "lengths",
      say("report.lengths"),
      report.times.length === 0 ? empty : html`${charts.lengths ?? ""}${lengthsTable(shown)}`,
    ],
    ["flow", say("report.flow"), html`${charts.flow ?? ""}${flowTable(shown)}${reopeningLine(shown)}`],
    ["backlog", say("report.backlog"), backlogTable(shown)],
    ["ratings", say("report.ratings"), ratingsPart(shown)],
    ["articles", say("report.articles"), articlesPart(shown)],
  ];
  return html`<div class="report">
    <h1>${say("report.title")}</h1>
    ${reportForm(address, shown)}
    ${address.refused === null ? "" : html`<p role="alert">${say("report.noPeriod", { words: address.refused })}</p>`}
    ${aboutPart(shown)} ${summary(shown)}
    <nav class="report-parts" aria-label="${say("report.contents")}">
      <ul>
        ${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
    ${parts.map(([id, title, content]) => section(id, title, content))} ${filesPart(shown, isEmpty)}
  </div>`;
};
