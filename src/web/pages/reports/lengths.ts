import { html } from "hono/html";
import { lengthText } from "../../../features/report/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import { clocksBehind } from "../../../reports/behind.ts";
import type { ClockTimes } from "../../../reports/report.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import { countFigure, figure, type ReportView } from "./figures.ts";

const marks = ["p50", "p90", "p95"] as const;

const rowOf = (times: ClockTimes, measure: "used" | "elapsed", view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const { now, before } = times[measure];
  const behind = clocksBehind(report, { choice: { clock: times.clock, outcome: "ended" }, order: measure });
  return html`<tr>
    <th scope="row">${say(`clock.${times.clock}`)}</th>
    <td>${say(measure === "used" ? "report.working" : "report.all")}</td>
    ${marks.map((mark) => html`<td class="number">${figure(lengthText(now[mark], viewer), times.ended.now, behind, view)}</td>`)}
    <td class="number change">${lengthText(before.p50, viewer)}</td>
    <td class="number">${countFigure(times.ended.now, behind, view)}</td>
  </tr>`;
};

/** How long the clocks of each kind took: each figure opens them, the slowest first. */
export const lengthsTable = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  return html`<p>${say("report.lengthsAbout")}</p>
    ${table(
      {
        label: say("report.lengths"),
        heads: [
          say("report.clock"),
          say("report.measuredIn"),
          ...marks.map((mark) => say(`report.${mark}`)),
          say("report.halfBefore"),
          say("report.count"),
        ],
        kind: "figures",
      },
      report.times.flatMap((times) => [rowOf(times, "used", view), rowOf(times, "elapsed", view)]),
    )}`;
};
