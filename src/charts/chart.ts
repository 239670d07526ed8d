import type { Locale } from "../desk/desk.ts";
import { oneLine } from "../i18n/excerpt.ts";
import { numberFormat } from "../i18n/formats.ts";
import { languageTag } from "../i18n/languages.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { visibleLine } from "../text/shown-text.ts";

/** The figures of a chart as text. The first cell of a row names it. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One picture of figures, for everyone who reads it: as a picture, in words and as a table. */
export interface Chart {
  /** An `<svg role="img">` with `<title>` and `<desc>`. It has no style, no script and no address of another file. */
  readonly svg: string;
  readonly title: string;
  /** The most important figures as sentences. */
  readonly description: string;
  /** Every figure of the picture. Pages show it beside the picture. */
  readonly table: ChartTable;
}

/**
 * The colours: `light` and `dark` are for pictures that leave the web desk. `page` is for a chart within a page: it takes
 * the colours and the font of that page, and so follows its theme.
 */
export type ChartTheme = "light" | "dark" | "page";

/** For whom a chart is drawn, and how. */
export interface ChartLook {
  readonly viewer: Viewer;
  readonly theme: ChartTheme;
  /** In pixels. Charts get 480 at least and 1600 at most. */
  readonly width: number;
}

/** The width at which a chart is drawn. */
export const widthOf = ({ width }: ChartLook): number => Math.min(1600, Math.max(480, Math.round(width)));

/** A label as a chart shows it: one line of at most so many characters. What would change its direction is written out. */
export const chartLabel = (text: string, length: number): string => {
  // The beginning first: a name may be a hundred times as long as its place.
  const line = oneLine(visibleLine(text.slice(0, 2_000).toWellFormed().replace(/\s+/g, " ")), length);
  return line === "" ? "–" : line;
};

/** A name in a table or a sentence, where there is more room. */
export const listed = (text: string): string => chartLabel(text, 80);

/** A share from 0 to 1, rounded down to a tenth of a percent: 1,999 of 2,000 are not 100 %. Null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.floor((part * 1_000) / whole) / 1_000;

/** A share as text: "99.9%", "99,9 %". A dash if there is none. It is rounded down. */
export const shareText = (share: number | null, locale: Locale): string =>
  share === null
    ? "–"
    : numberFormat(languageTag[locale], { style: "percent", maximumFractionDigits: 1 }).format(
        // 0.29 × 1000 is 290 with a rest that is not there.
        Math.floor(Number((share * 1_000).toFixed(6))) / 1_000,
      );
