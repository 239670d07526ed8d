import { attainmentChart } from "../../../charts/attainment.ts";
import type { Chart, ChartLook } from "../../../charts/chart.ts";
import { distributionChart } from "../../../charts/distribution.ts";
import { hourChart } from "../../../charts/hours.ts";
import { chartOverTime } from "../../../charts/over-time.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { timesOfFirstAnswers } from "../../../reports/make-report.ts";
import type { Report } from "../../../reports/report.ts";
import type { Markup } from "../../render/line.ts";
import { chartFigure } from "../../render/chart.ts";
import type { ReportCharts } from "../../pages/reports/report-page.ts";
import { severityName } from "../../../features/report/index.ts";

const chartWidth = 960;

/** The share of clocks that were met in each hour of the week; null where none was due. */
const sharesByHour = ({ hours }: Report): readonly (readonly (number | null)[])[] =>
  Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_each, hour) => {
      const found = hours.find((each) => each.day === day && each.hour === hour);
      return found === undefined ? null : found.met / (found.met + found.breached);
    }),
  );

/**
 * Draws the pictures of a report, one after the other: drawing keeps the process from other work. A part without figures has none.
 */
export const reportCharts = async (report: Report, viewer: Viewer): Promise<ReportCharts> => {
  const say = sayIn(viewer.locale);
  const look: ChartLook = { viewer: { ...viewer, timezone: report.zone }, theme: "page", width: chartWidth };
  const drawn = async (isThere: boolean, draw: () => Promise<Chart>): Promise<Markup | null> =>
    isThere ? chartFigure(await draw(), viewer) : null;
  const { clocks, bySeverity, hours, flow } = report;
  const first = timesOfFirstAnswers(report);
  const kept = await drawn(clocks.now.met + clocks.now.breached > 0, () =>
    attainmentChart(
      {
        title: say("report.chart"),
        head: say("report.severity"),
        rows: bySeverity.map(({ value, counts }) => ({
          label: severityName(value, viewer),
          ...counts.now,
          goal: null,
        })),
      },
      look,
    ),
  );
  const byHour = await drawn(hours.length > 0, () =>
    hourChart({ title: say("report.hourChart"), measure: "share", values: sharesByHour(report) }, look),
  );
  const lengths =
    first === undefined
      ? null
      : await drawn(true, () =>
          distributionChart(
            { title: say("report.lengthChart"), counts: first.spread, percentiles: first.used.now },
            look,
          ),
        );
  const total = flow.total.now;
  const inAndOut = await drawn(total.opened + total.closed + total.reopened > 0, () =>
    chartOverTime(
      {
        title: say("report.flowChart"),
        unit: flow.unit,
        starts: flow.parts.map(({ from }) => from),
        shape: "lines",
        measure: "count",
        series: (["opened", "closed", "reopened"] as const).map((each) => ({
          name: say(`report.${each}`),
          values: flow.parts.map((part) => part[each]),
        })),
        goal: null,
      },
      look,
    ),
  );
  return { kept, hours: byHour, lengths, flow: inAndOut };
};
