import type * as PdfKit from "pdfkit";
import { escapedMarkup } from "../../text/markup.ts";
import { toPng } from "../../charts/picture.ts";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { drawDocumentChart } from "../document-chart.ts";
import type { DocumentPart, DocumentPicture, PrintedDocument } from "../document.ts";
import { drawTable } from "./draw-table.ts";
import {
  addElement,
  asDecoration,
  keepRoom,
  margins,
  pageEnd,
  pageSize,
  sheetOf,
  textWidth,
  type Sheet,
} from "./sheet.ts";

let loaded: Promise<typeof PdfKit.default> | null = null;

/** The library is loaded with the first PDF, so that a start does not pay for it. */
const loadPdfKit = (): Promise<typeof PdfKit.default> => (loaded ??= import("pdfkit").then((module) => module.default));

/** Charts are drawn at this width and shrunk to the text's, so that their letters have the size of the tables' ones. */
const chartWidth = 760;

const drawPicture = async (
  sheet: Sheet,
  part: DocumentPicture,
  { locale, timezone }: PrintedDocument,
): Promise<void> => {
  const { doc } = sheet;
  const viewer = { locale, timezone };
  const chart = await drawDocumentChart(part.chart, { viewer, theme: "light", width: chartWidth });
  const { png, width, height } = await toPng(chart, chartWidth * 2);
  const drawn = Math.min((height * textWidth) / width, pageEnd - margins.top);
  keepRoom(sheet, drawn);
  const top = doc.y;
  addElement(
    sheet,
    "Figure",
    () => doc.image(Buffer.from(png), margins.left, top, { width: textWidth, height: drawn }),
    {
      alt: sheet.shown(`${chart.title}. ${chart.description}`),
    },
  );
  doc.y = top + drawn + 8;
  if (part.hasTable && chart.table.rows.length > 0)
    await drawTable(sheet, {
      part: "table",
      label: chart.title,
      columns: chart.table.head.map((label, at) => ({ label, align: at === 0 ? "start" : "end" })),
      rows: chart.table.rows,
      sum: null,
    });
};

const drawText = (sheet: Sheet, tag: string, text: string, gap: number): void => {
  const shown = sheet.shown(text);
  addElement(sheet, tag, () =>
    sheet.doc.text(shown === "" ? " " : shown, margins.left, sheet.doc.y, { width: textWidth, lineGap: 1.5 }),
  );
  sheet.doc.y += gap;
};

const drawPart = async (sheet: Sheet, part: DocumentPart, document: PrintedDocument): Promise<void> => {
  const { doc, write } = sheet;
  switch (part.part) {
    case "heading": {
      // A heading at the end of a page would stand apart from what it names.
      keepRoom(sheet, 90);
      doc.y += part.level === 2 ? 12 : 6;
      doc.outline.addItem(sheet.shown(part.text), { top: doc.y } as object);
      write("bold", part.level === 2 ? 13 : 10.5);
      return drawText(sheet, `H${part.level}`, part.text, 5);
    }
    case "paragraph":
      write("regular", 9.5, part.tone);
      return drawText(sheet, "P", part.text, 6);
    case "note":
      write("regular", 8, "soft");
      return drawText(sheet, "P", part.text, 5);
    case "list":
      write("regular", 9.5);
      for (const item of part.items) drawText(sheet, "P", `• ${item}`, 3);
      doc.y += 3;
      return;
    case "table":
      return drawTable(sheet, part);
    case "chart":
      return drawPicture(sheet, part, document);
  }
};

const drawFacts = (sheet: Sheet, { facts }: PrintedDocument): void => {
  const { doc, write, shown } = sheet;
  const labelWidth = 140;
  for (const { label, value } of facts) {
    const top = doc.y;
    addElement(sheet, "P", () => {
      write("bold", 9.5);
      doc.text(`${shown(label)}:`, margins.left, top, { width: labelWidth });
      const below = doc.y;
      write("regular", 9.5);
      doc.text(shown(value) || "–", margins.left + labelWidth, top, { width: textWidth - labelWidth });
      doc.y = Math.max(doc.y, below) + 2;
    });
  }
  doc.x = margins.left;
  doc.y += 6;
};

/** The foot of each page. It comes last, since only then it is known how many pages there are. */
const drawFeet = (sheet: Sheet, { foot, locale }: PrintedDocument): void => {
  const { doc, write, shown } = sheet;
  const { start, count } = doc.bufferedPageRange();
  const top = pageSize.height - margins.bottom + 22;
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at);
    // Text below the margin would begin a page.
    doc.page.margins.bottom = 0;
    asDecoration(sheet, () => {
      write("regular", 7.5, "soft");
      doc.text(shown(foot), margins.left, top, { width: textWidth - 100, height: 10, ellipsis: true });
      doc.text(sayIn(locale)("document.page", { page: at + 1, pages: count }), margins.left + textWidth - 100, top, {
        width: 100,
        align: "right",
        lineBreak: false,
      });
    });
  }
};

/**
 * Draws a document as a PDF on A4: with its fonts, bookmarks, language, title, page numbers and a structure for people who hear it.
 * Characters that the fonts lack (Chinese, Japanese, Korean, emoji) become a visible sign each. The same document gives the same
 * bytes.
 */
export const pdfFile = async (document: PrintedDocument): Promise<Uint8Array<ArrayBuffer>> => {
  const PDFDocument = await loadPdfKit();
  const doc = new PDFDocument({
    size: [pageSize.width, pageSize.height],
    margins,
    bufferPages: true,
    // Null: the library loads no font of its own.
    font: null as unknown as string,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: languageTag[document.locale],
    info: {
      Title: document.title,
      Author: document.author,
      Creator: "Plazo",
      Producer: "PDFKit",
      CreationDate: new Date(document.madeAt),
    },
  });
  // The library writes title and author into XML as they are.
  const append = doc.appendXML.bind(doc);
  doc.appendXML = (xml, newLine) =>
    append(
      [document.title, document.author].reduce(
        (all, text) => all.replaceAll(`>${text}</rdf:li>`, () => `>${escapedMarkup(text)}</rdf:li>`),
        xml,
      ),
      newLine,
    );
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc
      .on("data", (piece: Buffer) => pieces.push(piece))
      .on("end", resolve)
      .on("error", reject);
  });
  const sheet = sheetOf(doc);
  sheet.write("bold", 19);
  drawText(sheet, "H1", document.title, 8);
  drawFacts(sheet, document);
  for (const part of document.parts) await drawPart(sheet, part, document);
  sheet.root.end();
  drawFeet(sheet, document);
  doc.end();
  await ended;
  return Uint8Array.from(Buffer.concat(pieces));
};
