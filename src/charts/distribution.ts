import type { Locale } from "../desk/desk.ts";
import { durationText } from "../i18n/duration-text.ts";
import { numberText } from "../i18n/languages.ts";
import { sayIn } from "../i18n/say.ts";
import type { TimePercentiles } from "../reports/attainment.ts";
import { barOf, durationEdges } from "../reports/duration-edges.ts";
import { day, hour, minute, second } from "../sla/instant.ts";
import { shareOf, shareText, type Chart, type ChartLook } from "./chart.ts";
import { drawChart } from "./draw.ts";
import type { Paint } from "./palette.ts";
import { areaTop, axisLabel, nameAxis, still, valueAxis } from "./parts.ts";

/** What a chart of a distribution shows. */
export interface DistributionFigures {
  readonly title: string;
  /** As `durationCounts` returns them. */
  readonly counts: readonly number[];
  readonly percentiles: TimePercentiles;
}

const marks = [
  { key: "p50", share: 0.5 },
  { key: "p90", share: 0.9 },
  { key: "p95", share: 0.95 },
] as const;

const narrow = {
  en: new Intl.DurationFormat("en", { style: "narrow" }),
  es: new Intl.DurationFormat("es", { style: "narrow" }),
  pt: new Intl.DurationFormat("pt", { style: "narrow" }),
} as const;

const edgeText = (edge: number, locale: Locale): string =>
  narrow[locale].format(
    edge >= day ? { days: edge / day } : edge >= hour ? { hours: edge / hour } : { minutes: edge / minute },
  );

const barText = (at: number, locale: Locale): string => {
  const say = sayIn(locale);
  const [from, to] = [durationEdges[at - 1], durationEdges[at]];
  if (from === undefined) return say("chart.underTime", { to: durationText(to ?? 0, locale) });
  if (to === undefined) return say("chart.overTime", { from: durationText(from, locale) });
  return say("chart.fromTime", { from: durationText(from, locale), to: durationText(to, locale) });
};

/** Where on the axis a length of time stands: whole numbers are borders. The first and the last bar have no outer border. */
const positionOf = (duration: number): number => {
  const at = barOf(duration);
  const from = durationEdges[at - 1] ?? 0;
  const to = durationEdges[at] ?? 2 * from;
  return at + Math.min(1, Math.max(0, (duration - from) / (to - from)));
};

interface Mark {
  readonly share: number;
  readonly ms: number;
}

const marksOf = ({ percentiles }: DistributionFigures): readonly Mark[] =>
  marks.flatMap(({ key, share }) => {
    const ms = percentiles[key];
    return ms === null ? [] : [{ share, ms }];
  });

/** A length of time, rounded up to what its text tells: "at most 16 minutes" must hold for 15:59.4. */
const atMostText = (ms: number, locale: Locale): string => {
  const unit = ms >= 2 * day ? hour : ms >= hour ? minute : second;
  return durationText(Math.ceil(ms / unit) * unit, locale);
};

const markSentence = ({ share, ms }: Mark, locale: Locale): string =>
  sayIn(locale)("chart.within", { percent: shareText(share, locale), time: atMostText(ms, locale) });

/** How high a line of text is. */
const lineHeight = 18;

/**
 * Vertical lines at the percentiles. Each ends at a line of text of its own, so that near ones stay readable. Texts to the
 * left of their lines begin with the lowest for the shortest time, and texts to the right with the highest: so no line
 * crosses the text of another.
 */
const markLines = (found: readonly Mark[], { first, last }: Range, locale: Locale, paint: Paint): object => {
  const width = last + 1 - first;
  const places = found.map(({ ms }) => Math.min(last + 1, Math.max(first, positionOf(ms))) - first);
  const toTheLeft = (places.at(-1) ?? 0) > width / 2;
  return {
    silent: true,
    symbol: "none",
    animation: false,
    data: found.map((mark, at) => {
      const place = places[at] ?? 0;
      const isLeft = toTheLeft && place > width / 2.2;
      const label = {
        formatter: markSentence(mark, locale),
        position: "start",
        distance: 0,
        offset: [isLeft ? -4 : 4, 7],
        align: isLeft ? "right" : "left",
        verticalAlign: "middle",
        color: paint("ink"),
        backgroundColor: paint("surface"),
        padding: [1, 3],
        fontSize: 12,
      };
      const lineStyle = { color: paint("ink"), width: 1.5, type: ["solid", [6, 3], [2, 3]][at] };
      const row = toTheLeft ? found.length - 1 - at : at;
      return [{ coord: [place, 0], y: areaTop + 8 + lineHeight * row, lineStyle, label }, { coord: [place, 0] }];
    }),
  };
};

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Draws how many took how long. The bars' widths grow with the time (minutes, hours, days), and empty ones at both ends are
 * left out. Lines mark within which time half, 90 % and 95 % ended.
 */
export const distributionChart = (figures: DistributionFigures, look: ChartLook): Promise<Chart> => {
  const { locale } = look.viewer;
  const say = sayIn(locale);
  const { counts } = figures;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found = marksOf(figures);
  const range = {
    first: Math.max(0, counts.findIndex((count) => count > 0) - 1),
    last: Math.min(counts.length - 1, counts.findLastIndex((count) => count > 0) + 1),
  };
  const shown = counts.slice(range.first, range.last + 1);
  const above = lineHeight * found.length + 12;
  return drawChart(
    {
      title: figures.title,
      description:
        total === 0
          ? `${say("chart.empty")}.`
          : say("chart.distribution", {
              total: numberText(total, locale),
              marks: found.map((mark) => markSentence(mark, locale)).join(". "),
            }),
      table: {
        head: [say("chart.time"), say("chart.tickets"), say("chart.part")],
        rows:
          total === 0
            ? []
            : [
                ...shown.map((count, at) => [
                  barText(range.first + at, locale),
                  numberText(count, locale),
                  shareText(shareOf(count, total), locale),
                ]),
                ...found.map(({ share, ms }) => [
                  say("chart.percentile", { percent: shareText(share, locale) }),
                  atMostText(ms, locale),
                  shareText(share, locale),
                ]),
              ],
      },
      empty: say("chart.empty"),
      height: total === 0 ? 120 : 230 + above,
      option:
        total === 0
          ? null
          : (paint) => ({
              grid: { left: 56, right: 24, top: areaTop + above, bottom: 34, outerBoundsMode: "none" },
              xAxis: [
                { type: "category", show: false, data: shown.map((_, at) => String(at)) },
                {
                  type: "value",
                  position: "bottom",
                  min: 0,
                  max: shown.length,
                  interval: 1,
                  ...nameAxis(paint),
                  axisLabel: {
                    ...axisLabel(paint),
                    hideOverlap: true,
                    formatter: (at: number) => {
                      const edge = durationEdges[range.first + at - 1];
                      return range.first + at === 0 ? "0" : edge === undefined ? "" : edgeText(edge, locale);
                    },
                  },
                },
              ],
              yAxis: {
                type: "value",
                min: 0,
                minInterval: 1,
                ...valueAxis(paint),
                axisLabel: { ...axisLabel(paint), formatter: (value: number) => numberText(value, locale) },
              },
              series: [
                {
                  ...still,
                  type: "bar",
                  barCategoryGap: "8%",
                  data: [...shown],
                  itemStyle: { color: paint("accent") },
                },
                { ...still, type: "line", xAxisIndex: 1, data: [], markLine: markLines(found, range, locale, paint) },
              ],
            }),
    },
    look,
  );
};
