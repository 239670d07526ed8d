import type { BarSeriesOption, SeriesOption, XAXisComponentOption, LegendComponentOption } from "echarts";
import { seriesTokens, type ChartToken, type Paint } from "./palette.ts";

/** Where a chart's own area begins, below the title. */
export const areaTop = 44;

/** Where it begins below a legend. */
export const belowLegend = areaTop + 26;

/** Text beside an axis. */
export const axisLabel = (paint: Paint): { readonly color: string; readonly fontSize: number } => ({
  color: paint("ink-soft"),
  fontSize: 12,
});

/** The lines of an axis with numbers: faint lines across the chart and none along the axis. */
export const valueAxis = (paint: Paint): Pick<XAXisComponentOption, "axisLine" | "axisTick" | "splitLine"> => ({
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: paint("line"), type: "solid" } },
});

/** The lines of an axis with names. */
export const nameAxis = (paint: Paint): Pick<XAXisComponentOption, "axisLine" | "axisTick" | "splitLine"> => ({
  axisLine: { show: true, lineStyle: { color: paint("line-strong") } },
  axisTick: { show: false },
  splitLine: { show: false },
});

type BarStyle = NonNullable<BarSeriesOption["itemStyle"]>;

/**
 * The colour and the pattern of the bars of the series at this place. The pattern tells them apart without their colours:
 * the first has none, and the others have stripes in different directions or dots, in the colour of the ground.
 */
export const barStyle = (at: number, token: ChartToken, paint: Paint): BarStyle => {
  const color = paint("surface");
  const lines = { symbol: "rect", symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 4], color };
  const dots = {
    symbol: "circle",
    symbolSize: 0.8,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    color,
  };
  const decal = [
    null,
    { ...lines, rotation: Math.PI / 4 },
    dots,
    { ...lines, rotation: -Math.PI / 4 },
    { ...lines, rotation: Math.PI / 2 },
  ][at % seriesTokens.length];
  return { color: paint(token), ...(decal ? { decal } : {}) };
};

/** The colour of the series at this place. */
export const tokenAt = (at: number): ChartToken => seriesTokens[at % seriesTokens.length] ?? "accent";

/** ECharts does not change the series when a pointer is on it: a chart is a still picture. */
export const still = { silent: true, emphasis: { disabled: true } } as const satisfies SeriesOption;

/**
 * A legend below the title. Series are named by their numbers, since two names may be equal once they are cut, and ECharts
 * takes equal names for one series.
 */
export const legendOf = (names: readonly string[], paint: Paint): LegendComponentOption => ({
  type: "plain",
  left: 12,
  top: areaTop - 4,
  padding: 0,
  itemGap: 16,
  itemWidth: 22,
  itemHeight: 12,
  selectedMode: false,
  data: names.map((_, at) => String(at)),
  formatter: (name) => names[Number(name)] ?? "",
  textStyle: { color: paint("ink"), fontSize: 12 },
});
