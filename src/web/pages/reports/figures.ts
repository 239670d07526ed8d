import { html } from "hono/html";
import { shareOf, shareText } from "../../../charts/chart.ts";
import type { Desk } from "../../../desk/desk.ts";
import { durationText } from "../../../i18n/duration-text.ts";
import { numberFormat } from "../../../i18n/formats.ts";
import { languageTag, numberText } from "../../../i18n/languages.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { EndedCounts } from "../../../reports/attainment.ts";
import type { Behind } from "../../../reports/behind.ts";
import { judged } from "../../../reports/make-report.ts";
import type { Compared, Report } from "../../../reports/report.ts";
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

/** The share of clocks that were met, of those that were met or breached. */
export const shareMet = (counts: EndedCounts): number | null => shareOf(counts.met, judged(counts));

const signed = (number: number, viewer: Viewer): string =>
  numberFormat(languageTag[viewer.locale], { signDisplay: "exceptZero", maximumFractionDigits: 1 }).format(number);

/** How a count changed: "+3 (before: 12)". */
export const countChange = ({ now, before }: Compared<number>, viewer: Viewer): string =>
  sayIn(viewer.locale)("report.changed", {
    change: signed(now - before, viewer),
    value: numberText(before, viewer.locale),
  });

/** How a share changed, in points of a percent: "+2.1 pp (before: 93%)". Null if one of the periods has none. */
export const shareChange = ({ now, before }: Compared<number | null>, viewer: Viewer): string | null => {
  const say = sayIn(viewer.locale);
  if (before === null) return null;
  const value = shareText(before, viewer.locale);
  if (now === null) return say("report.before", { value });
  const change = say("report.points", { change: signed(Math.round((now - before) * 1_000) / 10, viewer) });
  return say("report.changed", { change, value });
};

/** A length of time; a dash if there is none. */
export const lengthText = (ms: number | null, { locale }: Viewer): string =>
  ms === null ? "–" : durationText(ms, locale);

/** The length of time before. Null if there was none. */
export const lengthBefore = (before: number | null, viewer: Viewer): string | null =>
  before === null ? null : sayIn(viewer.locale)("report.before", { value: lengthText(before, viewer) });
