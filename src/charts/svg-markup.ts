import { createHash } from "node:crypto";
import { escapedMarkup } from "../text/markup.ts";

/** An element of a drawing, as ECharts gives it. */
export interface DrawnElement {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children?: readonly DrawnElement[];
  readonly text?: string;
}

const knownTags: ReadonlySet<string> = new Set(
  "g defs clipPath pattern path rect circle ellipse line polyline polygon text".split(" "),
);

/** What an element says of its shape and its colours. A page forbids `style`, and a picture needs no class. */
const keptAttributes: ReadonlySet<string> = new Set(
  [
    "id x y x1 y1 x2 y2 cx cy r rx ry width height d points transform dominant-baseline text-anchor clip-path",
    "fill fill-opacity fill-rule opacity paint-order patternTransform patternUnits",
    "stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset",
  ].flatMap((names) => names.split(" ")),
);

/** What a `style` of a text may say, each as an attribute of its own. The font stands at the root. */
const keptStyles: ReadonlySet<string> = new Set(["font-size", "font-weight"]);

/** Characters that XML 1.0 forbids, even as entities (its §2.2). */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as the content of an element or the value of an attribute. */
const escaped = (text: string): string => escapedMarkup(text.replaceAll(forbidden, ""));

/** Ids count how many charts a process has drawn, so they are named anew. `place` stands where the chart's own name comes. */
const place = "\u0000";
const renamed = (value: string): string => value.replaceAll(/\bzr\d+-/g, place);

const attribute = (name: string, value: string | number | boolean | undefined): string => {
  if (value === undefined || typeof value === "boolean") return "";
  if (name === "style")
    return String(value)
      .split(";")
      .map((each) => each.split(":"))
      .filter(([style = ""]) => keptStyles.has(style))
      .map(([style = "", given = ""]) => ` ${style}="${escaped(given.replace(/px$/, ""))}"`)
      .join("");
  if (!keptAttributes.has(name)) return "";
  const safe = escaped(String(value));
  return ` ${name}="${["id", "fill", "stroke", "clip-path"].includes(name) ? renamed(safe) : safe}"`;
};

/** ECharts draws shapes that only a pointer would find. */
const isInvisible = ({ tag, attrs }: DrawnElement): boolean =>
  tag === "path" &&
  (attrs["fill"] === "none" || attrs["fill-opacity"] === 0) &&
  (attrs["stroke"] === undefined || attrs["stroke"] === "none" || attrs["stroke-width"] === 0);

const elementMarkup = ({ tag, attrs, children = [], text = "" }: DrawnElement): string => {
  if (!knownTags.has(tag)) throw new Error(`a chart has an element that Plazo does not know: ${tag}`);
  const attributes = Object.entries(attrs)
    .map(([name, value]) => attribute(name, value))
    .join("");
  return `<${tag}${attributes}>${escaped(text)}${markupOf(children)}</${tag}>`;
};

const markupOf = (elements: readonly DrawnElement[]): string =>
  elements
    .filter((each) => !isInvisible(each))
    .map(elementMarkup)
    .join("");

/**
 * A drawing as SVG that has only known elements and attributes: no style, script, class or address. The same drawing gives
 * the same text, and different drawings on one page have different ids.
 */
export const svgMarkup = (
  drawn: readonly DrawnElement[],
  {
    width,
    height,
    title,
    description,
    font,
  }: {
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly description: string;
    /** Null: the font of the page. */
    readonly font: string | null;
  },
): string => {
  const family = font === null ? "" : ` font-family="${escaped(font)}"`;
  const inner = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>${markupOf(drawn)}`;
  const name = `chart-${createHash("sha256").update(inner).digest("hex").slice(0, 10)}-`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${family}>${inner.replaceAll(place, name)}</svg>`;
};
