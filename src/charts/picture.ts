import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import type * as Resvg from "@resvg/resvg-js";
import type { Chart } from "./chart.ts";

let loaded: Promise<typeof Resvg> | null = null;

/** The library is compiled code of 4 MB, so it is loaded with the first picture. */
const loadResvg = (): Promise<typeof Resvg> => (loaded ??= import("@resvg/resvg-js"));

const fontFiles = (): string[] => {
  const found = findPackageJSON("dejavu-fonts-ttf/package.json", import.meta.url);
  if (found === undefined) throw new Error("dejavu-fonts-ttf is not installed");
  return ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"].map((name) => join(dirname(found), "ttf", name));
};

/** A chart as a picture file of so many pixels. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Turns a chart into a PNG of this width in pixels, for chat and mail. Use twice the chart's own width for sharp text. The
 * drawing runs in a thread of its own; the last step, which packs the pixels, holds this thread up for about ten
 * milliseconds at 1280 pixels. No font of the machine is used, so that every machine makes the same picture. The font has
 * Latin, Greek, Cyrillic, Arabic and Hebrew letters; others, and emoji, become empty boxes.
 *
 * @throws Error for a chart of the theme `page`: its colours are those of a page.
 */
export const toPng = async ({ svg }: Pick<Chart, "svg">, width: number): Promise<Picture> => {
  if (svg.includes("var(--")) throw new Error("a picture needs a chart of the theme light or dark");
  const { renderAsync } = await loadResvg();
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: Math.min(3_200, Math.max(1, Math.round(width))) },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "DejaVu Sans Condensed" },
  });
  return { png: image.asPng(), width: image.width, height: image.height };
};
