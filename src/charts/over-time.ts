import type { LineSeriesOption, BarSeriesOption, MarkLineComponentOption } from "echarts";
import type { Locale } from "../desk/desk.ts";
import { dateFormat } from "../i18n/formats.ts";
import { languageTag, numberText } from "../i18n/languages.ts";
import { sayIn } from "../i18n/say.ts";
import type { Viewer } from "../i18n/viewer.ts";
import type { Instant } from "../sla/instant.ts";
import { chartLabel, listed, shareText, type Chart, type ChartLook } from "./chart.ts";
import { drawChart } from "./draw.ts";
import { seriesTokens, type Paint } from "./palette.ts";
import { axisLabel, belowLegend, barStyle, legendOf, nameAxis, still, tokenAt, valueAxis } from "./parts.ts";

/** One line, or the bars of one pattern. */
export interface TimeSeries {
  readonly name: string;
  /** One for each period, in its order: a count, or a share from 0 to 1. Null: nothing to tell, which leaves a gap. */
  readonly values: readonly (number | null)[];
}

/** What a chart over time shows. */
export interface FiguresOverTime {
  readonly title: string;
  readonly unit: "day" | "week" | "month";
  /** When each period begins. The picture names its day, or its month, in the viewer's zone. */
  readonly starts: readonly Instant[];
  readonly shape: "lines" | "bars";
  readonly measure: "count" | "share";
  /** At most five are drawn. The table has all. */
  readonly series: readonly TimeSeries[];
  /** The value to reach, in the measure of the series; null: none. */
  readonly goal: number | null;
}

/** What tells lines apart without their colours. */
const symbols = ["circle", "rect", "triangle", "diamond", "roundRect"] as const;
const dashes: readonly ("solid" | number[])[] = ["solid", [6, 3], [2, 3], [10, 3, 2, 3], [1, 2]];

const headOf = { day: "chart.day", week: "chart.week", month: "chart.month" } as const;

/** The name of a period: "12 Oct", or with the year for the table. */
const periodText = (at: Instant, unit: FiguresOverTime["unit"], viewer: Viewer, isDated: boolean): string =>
  dateFormat(languageTag[viewer.locale], {
    month: "short",
    timeZone: viewer.timezone,
    ...(unit === "month" ? {} : { day: "numeric" as const }),
    ...(unit === "month" || isDated ? { year: "numeric" as const } : {}),
  }).format(at);

const valueText = (value: number | null, { measure }: FiguresOverTime, locale: Locale): string =>
  value === null ? "–" : measure === "share" ? shareText(value, locale) : numberText(value, locale);

const valuesOf = ({ values }: TimeSeries): readonly number[] => values.filter((value) => value !== null);

const seriesSentence = (series: TimeSeries, figures: FiguresOverTime, locale: Locale): string => {
  const say = sayIn(locale);
  const [values, name] = [valuesOf(series), listed(series.name)];
  if (values.length === 0) return say("chart.seriesEmpty", { name });
  if (figures.measure === "count")
    return say("chart.seriesSum", {
      name,
      sum: numberText(
        values.reduce((sum, value) => sum + value, 0),
        locale,
      ),
    });
  return say("chart.seriesRange", {
    name,
    least: shareText(Math.min(...values), locale),
    most: shareText(Math.max(...values), locale),
  });
};

const goalLine = (
  figures: FiguresOverTime,
  locale: Locale,
  paint: Paint,
): { readonly markLine?: MarkLineComponentOption } =>
  figures.goal === null
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          data: [{ yAxis: figures.goal }],
          lineStyle: { color: paint("ink"), type: [4, 4], width: 1.5 },
          label: {
            position: "end",
            color: paint("ink"),
            fontSize: 12,
            formatter: sayIn(locale)("chart.goalAt", { share: valueText(figures.goal, figures, locale) }),
          },
        },
      };

const drawnSeries = (figures: FiguresOverTime, locale: Locale, paint: Paint): (LineSeriesOption | BarSeriesOption)[] =>
  figures.series.slice(0, seriesTokens.length).map(({ values }, at): LineSeriesOption | BarSeriesOption => {
    const color = paint(tokenAt(at));
    const common = {
      ...still,
      name: String(at),
      data: figures.starts.map((_, index) => values[index] ?? null),
      ...(at === 0 ? goalLine(figures, locale, paint) : {}),
    };
    return figures.shape === "bars"
      ? { ...common, type: "bar", barMaxWidth: 28, barGap: "15%", itemStyle: barStyle(at, tokenAt(at), paint) }
      : {
          ...common,
          type: "line",
          symbol: symbols[at % symbols.length] ?? "circle",
          symbolSize: 8,
          showSymbol: true,
          showAllSymbol: figures.starts.length <= 32,
          itemStyle: { color, borderColor: paint("surface"), borderWidth: 1, opacity: 1 },
          lineStyle: { color, width: 2, type: dashes[at % dashes.length] ?? "solid" },
        };
  });

/**
 * Draws counts or shares over time, as lines or as bars. Lines differ in their points and dashes, and bars in their
 * patterns, so that the picture can be read without colours.
 */
export const chartOverTime = (figures: FiguresOverTime, look: ChartLook): Promise<Chart> => {
  const { viewer } = look;
  const { locale } = viewer;
  const say = sayIn(locale);
  const { starts, series, unit } = figures;
  const most = Math.max(0, figures.goal ?? 0, ...series.flatMap((each) => [...valuesOf(each)]));
  const isEmpty = starts.length === 0 || series.every((each) => valuesOf(each).length === 0);
  const dated = (at: Instant | undefined): string => (at === undefined ? "–" : periodText(at, unit, viewer, true));
  return drawChart(
    {
      title: figures.title,
      description: isEmpty
        ? `${say("chart.empty")}.`
        : say("chart.span", {
            first: dated(starts[0]),
            last: dated(starts.at(-1)),
            series: series.map((each) => seriesSentence(each, figures, locale)).join(". "),
          }),
      table: {
        head: [say(headOf[unit]), ...series.map(({ name }) => listed(name))],
        rows: starts.map((at, index) => [
          dated(at),
          ...series.map(({ values }) => valueText(values[index] ?? null, figures, locale)),
        ]),
      },
      empty: say("chart.empty"),
      height: isEmpty ? 120 : 270,
      option: isEmpty
        ? null
        : (paint) => ({
            legend: legendOf(
              series.slice(0, seriesTokens.length).map(({ name }) => chartLabel(name, 24)),
              paint,
            ),
            grid: {
              left: 56,
              right: figures.goal === null ? 32 : 112,
              top: belowLegend + 6,
              bottom: 34,
              outerBoundsMode: "none",
            },
            xAxis: {
              type: "category",
              boundaryGap: figures.shape === "bars" || starts.length === 1,
              data: starts.map((_, at) => String(at)),
              ...nameAxis(paint),
              axisLabel: {
                ...axisLabel(paint),
                hideOverlap: true,
                formatter: (at: string) => {
                  const start = starts[Number(at)];
                  return start === undefined ? "" : periodText(start, unit, viewer, false);
                },
              },
            },
            yAxis: {
              type: "value",
              min: 0,
              // An axis from 0 to 0 has no height.
              ...(figures.measure === "share" ? { max: 1, interval: 0.25 } : most === 0 ? { max: 1 } : {}),
              minInterval: figures.measure === "share" ? 0 : 1,
              ...valueAxis(paint),
              axisLabel: { ...axisLabel(paint), formatter: (value: number) => valueText(value, figures, locale) },
            },
            series: drawnSeries(figures, locale, paint),
          }),
    },
    look,
  );
};
