import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import type PDFDocument from "pdfkit";
import { cutToUnits } from "../../i18n/excerpt.ts";
import { visibleText } from "../../text/shown-text.ts";
import { pictureColour, type ChartToken } from "../../charts/palette.ts";
import type { Tone } from "../document.ts";

/** A4 in points, and the room around the text. */
export const pageSize = { width: 595.28, height: 841.89 } as const;
export const margins = { top: 54, bottom: 64, left: 50, right: 50 } as const;
export const textWidth = pageSize.width - margins.left - margins.right;
export const pageEnd = pageSize.height - margins.bottom;

export type FontName = "regular" | "bold";

/** What a font knows of its characters. The library declares no type of it. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** An element of the document's structure, for people who hear it. */
export type StructureElement = PDFKit.PDFStructureElement;

/** The PDF while it is drawn. */
export interface Sheet {
  readonly doc: InstanceType<typeof PDFDocument>;
  /** The whole document as an element of the structure. */
  readonly root: StructureElement;
  /** Sets font, size and colour of the text that follows. */
  readonly write: (font: FontName, size: number, tone?: Tone) => void;
  /** The text as the fonts can show it. */
  readonly shown: (text: string) => string;
}

const toneColour = { plain: "ink", good: "low", bad: "critical", soft: "ink-soft" } as const satisfies Record<
  Tone,
  ChartToken
>;

/** A colour of white paper: that of the light theme. */
export const colourOf = (token: ChartToken): string => pictureColour(token, "light");

/** What stands for a character that the fonts lack. */
export const replacement = "\u{fffd}";

/** Signs that join or colour the character before them. They have no shape of their own. */
const isSilent = (codePoint: number): boolean =>
  codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint === 0x200c;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const latin = /^[\n\u0020-\u007e\u00a0-\u017f\u2010-\u2027]*$/;

/** A text of a document is not longer. What is missing is shown as "…". */
const longest = 4_000;

/** A longer word may be broken anywhere after so many characters. The library measures it letter by letter, which takes seconds. */
const longWord = /[^\s\u200b]{32}(?=[^\s\u200b])/gu;
const breakable = "\u200b";

const cut = (text: string): string => (text.length <= longest ? text : `${cutToUnits(text, longest)}…`);

/**
 * Replaces each visible character that the font lacks by one replacement sign, so that a reader sees that something stood there. A
 * control character is written out.
 */
export const showable = (text: string, hasGlyph: (codePoint: number) => boolean): string => {
  const visible = visibleText(
    cut(text.toWellFormed()).replaceAll("\r\n", "\n").replaceAll("\t", " ").replaceAll(longWord, `$&${breakable}`),
  );
  if (latin.test(visible)) return visible;
  let shown = "";
  for (const { segment } of segmenter.segment(visible)) {
    const seen = [...segment].filter((sign) => !isSilent(sign.codePointAt(0) ?? 0));
    const isShown = seen.every((sign) => sign === "\n" || sign === breakable || hasGlyph(sign.codePointAt(0) ?? 0));
    shown += isShown ? seen.join("") : replacement;
  }
  return shown;
};

let fontFiles: Readonly<Record<FontName, Buffer>> | null = null;

/** The fonts are read once, with the first PDF. */
const readFonts = (): Readonly<Record<FontName, Buffer>> => {
  const found = findPackageJSON("dejavu-fonts-ttf/package.json", import.meta.url);
  if (found === undefined) throw new Error("dejavu-fonts-ttf is not installed");
  const read = (name: string): Buffer => readFileSync(join(dirname(found), "ttf", name));
  return { regular: read("DejaVuSansCondensed.ttf"), bold: read("DejaVuSansCondensed-Bold.ttf") };
};

/** Gives an empty PDF its fonts and its structure. */
export const sheetOf = (doc: Sheet["doc"]): Sheet => {
  fontFiles ??= readFonts();
  doc.registerFont("bold", fontFiles.bold);
  doc.registerFont("regular", fontFiles.regular);
  doc.font("regular");
  const { font } = Reflect.get(doc, "_font") as OpenFont;
  const root = doc.struct("Document");
  doc.addStructure(root);
  return {
    doc,
    root,
    write: (name, size, tone = "plain") => {
      doc.font(name).fontSize(size).fillColor(colourOf(toneColour[tone]));
    },
    shown: (text) => showable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint)),
  };
};

/** Begins a new page unless this much room (points) is left on this one. */
export const keepRoom = ({ doc }: Sheet, height: number): void => {
  if (doc.y + height > pageEnd) doc.addPage();
};

/** Adds one element with its content to a part of the structure. */
export const addElement = (
  { doc, root }: Sheet,
  tag: string,
  draw: () => void,
  options: { readonly alt?: string; readonly within?: StructureElement } = {},
): void => {
  const element = doc.struct(tag, options.alt === undefined ? {} : { alt: options.alt }, draw);
  (options.within ?? root).add(element);
};

/** Marks what no listener needs: lines, grounds, page numbers. */
export const asDecoration = ({ doc }: Sheet, draw: () => void): void => {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
};
