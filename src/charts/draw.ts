import type { EChartsOption } from "echarts";
import type * as ECharts from "echarts";
import { chartLabel, widthOf, type Chart, type ChartLook, type ChartTable } from "./chart.ts";
import { paintOf, seriesTokens, type Paint } from "./palette.ts";
import { svgMarkup, type DrawnElement } from "./svg-markup.ts";

/** The font of the pictures that leave the web desk. `toPng` has it; a browser without it takes its own. */
export const pictureFont = "'DejaVu Sans Condensed', Roboto, 'Segoe UI', Arial, sans-serif";

/** What ECharts calls the part of it that draws. The elements are in no public type. */
interface Painter {
  renderToVNode(options: { readonly compress: boolean }): { readonly children?: readonly DrawnElement[] };
}

/** A variable, since the package declares the types of this file under its own name only. */
const bundle: string = "echarts/dist/echarts.esm.min.mjs";

let loaded: Promise<typeof ECharts> | null = null;

/**
 * Loads ECharts when the first chart is drawn. Its single minified file loads in a third of the time and memory of the
 * 400 files of `echarts/core`, and an installation needs no other file of it.
 */
const loadECharts = (): Promise<typeof ECharts> => (loaded ??= import(bundle) as Promise<typeof ECharts>);

/** What a chart tells people, and the room that it needs. */
export interface ChartParts {
  /** A sentence of the caller, in the viewer's language. */
  readonly title: string;
  readonly description: string;
  readonly table: ChartTable;
  /** Without the title. */
  readonly height: number;
  /** Options of ECharts in which places count from below the title. Null: there is nothing to draw but the sentence. */
  readonly option: ((paint: Paint) => EChartsOption) | null;
  /** Shown where nothing is drawn. */
  readonly empty: string;
}

/** How high the title is. */
const headHeight = 40;

/** ECharts measures without a font, and takes bold and wide letters for narrow ones. */
const titleRoom = (width: number): number => Math.round((width - 24) * 0.72);

const titleOf = (text: string, width: number, paint: Paint): EChartsOption["title"] => ({
  text: chartLabel(text, 120),
  left: 12,
  top: 12,
  padding: 0,
  textStyle: { color: paint("ink"), fontSize: 15, fontWeight: "bold", width: titleRoom(width), overflow: "truncate" },
});

const emptyOption = (sentence: string, paint: Paint): EChartsOption => ({
  graphic: {
    type: "text",
    left: "center",
    top: "middle",
    silent: true,
    style: { text: sentence, fill: paint("ink-soft"), fontSize: 13 },
  },
});

/** Draws a chart. The first one of a process loads ECharts; then it takes about ten milliseconds of computing. */
export const drawChart = async (parts: ChartParts, look: ChartLook): Promise<Chart> => {
  const { title, description, table, option, empty } = parts;
  const [width, height] = [widthOf(look), headHeight + parts.height];
  const paint = paintOf(look.theme);
  const echarts = await loadECharts();
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      darkMode: look.theme === "dark",
      ...(look.theme === "page" ? {} : { backgroundColor: paint("surface") }),
      color: seriesTokens.map(paint),
      textStyle: { color: paint("ink"), fontFamily: "sans-serif" },
      title: titleOf(title, width, paint),
      ...(option === null ? emptyOption(empty, paint) : option(paint)),
    });
    const painter = (chart.getZr() as unknown as { readonly painter: Painter }).painter;
    const drawn = painter.renderToVNode({ compress: true }).children ?? [];
    const font = look.theme === "page" ? null : pictureFont;
    return { svg: svgMarkup(drawn, { width, height, title, description, font }), title, description, table };
  } finally {
    chart.dispose();
  }
};
