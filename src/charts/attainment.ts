import { drawChart } from "./draw.ts";
import {
  chartLabel,
  listed,
  shareOf,
  shareText,
  widthOf,
  type Chart,
  type ChartLook,
  type ChartTable,
} from "./chart.ts";
import { areaTop, axisLabel, belowLegend, barStyle, legendOf, nameAxis, still, valueAxis } from "./parts.ts";
import type { Locale } from "../desk/desk.ts";
import { numberText } from "../i18n/languages.ts";
import { sayIn } from "../i18n/say.ts";

/** How many clocks of one severity, account, person and so on were met and breached. */
export interface AttainmentRow {
  readonly label: string;
  readonly met: number;
  readonly breached: number;
  /** The share to reach, from 0 to 1; null: none. */
  readonly goal: number | null;
}

/** What a chart of attainment shows. */
export interface AttainmentFigures {
  readonly title: string;
  /** What the rows are, for the head of the table: "Severity". */
  readonly head: string;
  /** In the order in which they are shown. */
  readonly rows: readonly AttainmentRow[];
}

/** So many bars are still readable. The last one stands for all others. */
const mostBars = 25;
const barRoom = 34;

const totalOf = ({ met, breached }: Pick<AttainmentRow, "met" | "breached">): number => met + breached;

const sumOf = (rows: readonly AttainmentRow[], label: string): AttainmentRow => ({
  label,
  met: rows.reduce((sum, { met }) => sum + met, 0),
  breached: rows.reduce((sum, { breached }) => sum + breached, 0),
  goal: null,
});

const barsOf = (rows: readonly AttainmentRow[], locale: Locale): readonly AttainmentRow[] => {
  if (rows.length <= mostBars) return rows;
  const others = rows.slice(mostBars - 1);
  const label = sayIn(locale)("chart.others", { count: others.length });
  return [...rows.slice(0, mostBars - 1), sumOf(others, label)];
};

const figureText = (row: AttainmentRow, locale: Locale): string =>
  totalOf(row) === 0
    ? sayIn(locale)("chart.none")
    : sayIn(locale)("chart.metOf", {
        met: numberText(row.met, locale),
        total: numberText(totalOf(row), locale),
        share: shareText(shareOf(row.met, totalOf(row)), locale),
      });

const tableOf = ({ head, rows }: AttainmentFigures, locale: Locale): ChartTable => {
  const say = sayIn(locale);
  const hasGoal = rows.some(({ goal }) => goal !== null);
  const cells = (row: AttainmentRow, label: string): readonly string[] => [
    label,
    numberText(row.met, locale),
    numberText(row.breached, locale),
    numberText(totalOf(row), locale),
    shareText(shareOf(row.met, totalOf(row)), locale),
    ...(hasGoal ? [shareText(row.goal, locale)] : []),
  ];
  return {
    head: [
      head,
      say("chart.inTime"),
      say("chart.missed"),
      say("chart.total"),
      say("chart.share"),
      ...(hasGoal ? [say("chart.goal")] : []),
    ],
    rows: [
      ...rows.map((row) => cells(row, listed(row.label))),
      ...(rows.length > 1 ? [cells(sumOf(rows, ""), say("chart.total"))] : []),
    ],
  };
};

const descriptionOf = (rows: readonly AttainmentRow[], locale: Locale): string => {
  const say = sayIn(locale);
  const sum = sumOf(rows, "");
  if (totalOf(sum) === 0) return `${say("chart.empty")}.`;
  const first = say("chart.attainment", {
    met: numberText(sum.met, locale),
    total: numberText(totalOf(sum), locale),
    share: shareText(shareOf(sum.met, totalOf(sum)), locale),
    breached: numberText(sum.breached, locale),
  });
  const [lowest] = rows
    .filter((row) => row.breached > 0)
    .toSorted((one, other) => one.met / totalOf(one) - other.met / totalOf(other));
  return lowest === undefined || rows.length < 2
    ? first
    : say("chart.lowest", {
        first,
        label: listed(lowest.label),
        share: shareText(shareOf(lowest.met, totalOf(lowest)), locale),
      });
};

/**
 * Draws one bar for each row: the share met, and the share breached with stripes. Beside it stand the counts and the share
 * met. A stroke across the bar is the goal. Over 25 rows, the last bar is the sum of the others; the table has them all.
 */
export const attainmentChart = (figures: AttainmentFigures, look: ChartLook): Promise<Chart> => {
  const { locale } = look.viewer;
  const say = sayIn(locale);
  const rows = barsOf(figures.rows, locale);
  const nameWidth = Math.round(widthOf(look) * 0.28);
  const goals = rows.flatMap(({ goal }, at) => (goal === null ? [] : [[goal, at] as const]));
  const names = [say("chart.inTime"), say("chart.missed"), ...(goals.length > 0 ? [say("chart.goal")] : [])];
  const isEmpty = rows.every((row) => totalOf(row) === 0);
  const shares = (part: "met" | "breached"): readonly (number | null)[] =>
    rows.map((row) => (totalOf(row) === 0 ? null : row[part] / totalOf(row)));
  return drawChart(
    {
      title: figures.title,
      description: descriptionOf(figures.rows, locale),
      table: tableOf(figures, locale),
      empty: say("chart.empty"),
      height: isEmpty ? 120 : belowLegend - areaTop + rows.length * barRoom + 40,
      option: isEmpty
        ? null
        : (paint) => ({
            legend: {
              ...legendOf(names, paint),
              // The goal is a stroke, and not a box as the bars are.
              data: names.map((_, at) => (at === 2 ? { name: "2", icon: "path://M10 0h3v12h-3z" } : String(at))),
            },
            grid: { left: nameWidth + 20, right: 130, top: belowLegend, bottom: 32, outerBoundsMode: "none" },
            xAxis: {
              type: "value",
              max: 1,
              interval: 0.25,
              ...valueAxis(paint),
              axisLabel: { ...axisLabel(paint), formatter: (share: number) => shareText(share, locale) },
            },
            yAxis: [
              {
                type: "category",
                inverse: true,
                data: rows.map((_, at) => String(at)),
                ...nameAxis(paint),
                axisLabel: {
                  ...axisLabel(paint),
                  color: paint("ink"),
                  // ECharts measures without a font: a real one may be wider.
                  width: Math.round(nameWidth * 0.72),
                  overflow: "truncate",
                  interval: 0,
                  formatter: (at: string) => chartLabel(rows[Number(at)]?.label ?? "", 40),
                },
              },
              {
                type: "category",
                inverse: true,
                position: "right",
                data: rows.map((_, at) => String(at)),
                ...nameAxis(paint),
                axisLine: { show: false },
                axisLabel: {
                  ...axisLabel(paint),
                  color: paint("ink"),
                  interval: 0,
                  formatter: (at: string) => {
                    const row = rows[Number(at)];
                    return row === undefined ? "" : figureText(row, locale);
                  },
                },
              },
            ],
            series: [
              {
                ...still,
                type: "bar",
                name: "0",
                stack: "all",
                barWidth: 16,
                data: [...shares("met")],
                itemStyle: barStyle(0, "accent", paint),
              },
              {
                ...still,
                type: "bar",
                name: "1",
                stack: "all",
                barWidth: 16,
                data: [...shares("breached")],
                itemStyle: barStyle(1, "critical", paint),
              },
              ...(goals.length > 0
                ? [
                    {
                      ...still,
                      type: "scatter" as const,
                      name: "2",
                      symbol: "rect",
                      symbolSize: [3, 26],
                      z: 5,
                      data: goals.map((goal) => [...goal]),
                      itemStyle: { color: paint("ink"), borderColor: paint("surface"), borderWidth: 1, opacity: 1 },
                    },
                  ]
                : []),
            ],
          }),
    },
    look,
  );
};
