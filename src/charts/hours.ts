import type { Locale } from "../desk/desk.ts";
import { dayName } from "../i18n/calendar-text.ts";
import { numberFormat } from "../i18n/formats.ts";
import { languageTag, numberText } from "../i18n/languages.ts";
import { sayIn } from "../i18n/say.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { weekdays } from "../sla/calendar.ts";
import { shareText, widthOf, type Chart, type ChartLook } from "./chart.ts";
import { drawChart } from "./draw.ts";
import { heatSteps, type Paint } from "./palette.ts";
import { areaTop, axisLabel, nameAxis, still } from "./parts.ts";

/** What a chart of the hours of the week shows. */
export interface HourFigures {
  readonly title: string;
  readonly measure: "count" | "share";
  /**
   * Seven days from Monday, each with 24 hours from midnight, in the viewer's zone: the caller counts in it. A count, or a
   * share from 0 to 1; null: nothing in this hour.
   */
  readonly values: readonly (readonly (number | null)[])[];
}

interface Cell {
  readonly day: number;
  readonly hour: number;
  readonly value: number;
}

const cellsOf = ({ values }: HourFigures): readonly Cell[] =>
  weekdays.flatMap((_, day) =>
    Array.from({ length: 24 }, (_each, hour) => hour).flatMap((hour) => {
      const value = values[day]?.[hour] ?? null;
      return value === null ? [] : [{ day, hour, value }];
    }),
  );

const twoDigits = (hour: number): string => String(hour).padStart(2, "0");
const hourText = (hour: number): string => `${twoDigits(hour)}:00–${twoDigits(hour + 1)}:00`;
const dayText = (day: number, locale: Locale, width: "short" | "long"): string =>
  dayName(weekdays[day] ?? "mon", locale, width);

/** A number that fits into a cell: "12", "1.2K"; a share without its sign. */
const cellText = (value: number, { measure }: HourFigures, locale: Locale): string =>
  measure === "share"
    ? String(Math.floor(Number((value * 100).toFixed(6))))
    : numberFormat(languageTag[locale], { notation: "compact" }).format(value);

/** A share of 0 has the faintest colour, since something was due. A count of 0 has none. */
const stepOf = (value: number, most: number, { measure }: HourFigures): (typeof heatSteps)[number] | null =>
  value <= 0 && measure === "count"
    ? null
    : (heatSteps[Math.min(heatSteps.length, Math.max(1, Math.ceil((value / most) * heatSteps.length))) - 1] ?? null);

const descriptionOf = (figures: HourFigures, cells: readonly Cell[], { locale, timezone }: Viewer): string => {
  const say = sayIn(locale);
  const total = cells.reduce((sum, { value }) => sum + value, 0);
  const [first] = cells.toSorted((one, other) =>
    figures.measure === "share" ? one.value - other.value : other.value - one.value,
  );
  if (first === undefined || (figures.measure === "count" && total === 0)) return `${say("chart.empty")}.`;
  const place = { day: dayText(first.day, locale, "long"), hour: hourText(first.hour), zone: timezone };
  return figures.measure === "share"
    ? say("chart.hourShares", { ...place, least: shareText(first.value, locale) })
    : say("chart.hours", {
        ...place,
        total: numberText(total, locale),
        most: numberText(first.value, locale),
      });
};

interface Drawing {
  readonly figures: HourFigures;
  /** The greatest value. */
  readonly most: number;
  readonly look: ChartLook;
  readonly paint: Paint;
}

const drawnCell = ({ day, hour, value }: Cell, { figures, most, look, paint }: Drawing) => {
  const step = stepOf(value, most, figures);
  return {
    value: [hour, day, value],
    itemStyle: {
      color: paint(step?.ground ?? "surface"),
      borderColor: paint(step === null ? "line" : "surface"),
      borderWidth: 1,
    },
    label: {
      show: true,
      formatter: cellText(value, figures, look.viewer.locale),
      color: paint(step?.number ?? "ink-soft"),
      fontSize: widthOf(look) < 560 ? 8 : 10,
    },
  };
};

/** Draws one cell for each hour of the week, darker the more it holds. Each cell tells its number, so no colour has to. */
export const hourChart = (figures: HourFigures, look: ChartLook): Promise<Chart> => {
  const { viewer } = look;
  const { locale } = viewer;
  const say = sayIn(locale);
  const cells = cellsOf(figures);
  const most = figures.measure === "share" ? 1 : Math.max(0, ...cells.map(({ value }) => value));
  const isEmpty = cells.length === 0 || (figures.measure === "count" && most === 0);
  return drawChart(
    {
      title: figures.title,
      description: descriptionOf(figures, cells, viewer),
      table: {
        head: [say("chart.day"), ...Array.from({ length: 24 }, (_, hour) => `${twoDigits(hour)}:00`)],
        rows: weekdays.map((_, day) => [
          dayText(day, locale, "long"),
          ...Array.from({ length: 24 }, (_each, hour) => {
            const value = figures.values[day]?.[hour] ?? null;
            return value === null
              ? "–"
              : figures.measure === "share"
                ? shareText(value, locale)
                : numberText(value, locale);
          }),
        ]),
      },
      empty: say("chart.empty"),
      height: isEmpty ? 120 : 7 * 28 + 40,
      option: isEmpty
        ? null
        : (paint) => ({
            grid: { left: 56, right: 16, top: areaTop, bottom: 36, outerBoundsMode: "none" },
            xAxis: {
              type: "category",
              data: Array.from({ length: 24 }, (_, hour) => twoDigits(hour)),
              ...nameAxis(paint),
              axisLine: { show: false },
              axisLabel: { ...axisLabel(paint), interval: 2 },
            },
            yAxis: {
              type: "category",
              inverse: true,
              data: weekdays.map((_, day) => String(day)),
              ...nameAxis(paint),
              axisLine: { show: false },
              axisLabel: { ...axisLabel(paint), formatter: (day: string) => dayText(Number(day), locale, "short") },
            },
            series: [
              { ...still, type: "heatmap", data: cells.map((cell) => drawnCell(cell, { figures, most, look, paint })) },
            ],
          }),
    },
    look,
  );
};
