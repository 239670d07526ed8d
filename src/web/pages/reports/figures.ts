import { html } from "hono/html";
import type { Desk } from "../../../desk/desk.ts";
import { numberText } from "../../../i18n/languages.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Behind } from "../../../reports/behind.ts";
import type { Report } from "../../../reports/report.ts";
import { listPath } from "../../desk/reports/report-address.ts";
import type { Markup } from "../../render/line.ts";

/** What each part of the page is drawn from. `linkTo`: the path of the list behind a figure. */
export interface ReportView {
  readonly report: Report;
  readonly desk: Desk;
  readonly viewer: Viewer;
}

/** A figure that opens the list behind it, of so many rows. Nothing opens where there is nothing. */
export const figure = (text: string, rows: number, behind: Behind, { report }: ReportView): Markup =>
  rows === 0
    ? html`${text}`
    : html`<a class="figure" data-rows="${rows}" href="${listPath(behind, report.zone)}">${text}</a>`;

/** A count that opens its list. */
export const countFigure = (count: number, behind: Behind, view: ReportView): Markup =>
  figure(numberText(count, view.viewer.locale), count, behind, view);
