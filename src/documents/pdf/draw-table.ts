import { setImmediate } from "node:timers/promises";
import { ticketName } from "../../tickets/ticket.ts";
import { cellText, toneOf, type DocumentCell, type DocumentTable } from "../document.ts";
import {
  addElement,
  asDecoration,
  colourOf,
  margins,
  pageEnd,
  textWidth,
  type FontName,
  type Sheet,
  type StructureElement,
} from "./sheet.ts";

const size = 8.5;
const padding = { x: 5, y: 4 } as const;

/** A row that is to be drawn: its texts as the font shows them. */
interface DrawnRow {
  readonly cells: readonly { readonly text: string; readonly tone: ReturnType<typeof toneOf> }[];
  readonly font: FontName;
  readonly isHead: boolean;
}

/** After so many rows (a few milliseconds) other work of the process gets its turn. */
const rowsAtOnce = 10;

/** So many rows decide how wide the columns are. */
const measuredRows = 200;

/**
 * The widths of columns: as their texts need them, if there is room. Else each is as wide as its longest word, and the rest is
 * shared by those that need more. Points.
 */
export const columnWidths = (
  columns: readonly { readonly whole: number; readonly word: number }[],
  room: number,
): readonly number[] => {
  const sum = (of: "whole" | "word"): number => columns.reduce((total, each) => total + each[of], 0);
  const [whole, word] = [sum("whole"), sum("word")];
  if (whole <= 0) return columns.map(() => room / Math.max(1, columns.length));
  if (whole <= room) return columns.map((each) => each.whole + ((room - whole) * each.whole) / whole);
  if (word >= room) return columns.map((each) => (each.word * room) / word);
  return columns.map((each) => each.word + ((room - word) * (each.whole - each.word)) / (whole - word));
};

const measured = ({ doc, write }: Sheet, table: DocumentTable, rows: readonly DrawnRow[]): readonly number[] => {
  const widthOf = (text: string, font: FontName): number => {
    write(font, size);
    return doc.widthOfString(text) + 2 * padding.x + 1;
  };
  return columnWidths(
    table.columns.map((_, at) => {
      const texts = rows.slice(0, measuredRows).map((row) => ({ text: row.cells[at]?.text ?? "", font: row.font }));
      const longest = (text: string): string =>
        text.split(/\s+/).reduce((one, other) => (other.length > one.length ? other : one), "");
      return {
        whole: Math.min(textWidth, Math.max(...texts.map(({ text, font }) => widthOf(text, font)))),
        word: Math.min(textWidth / 3, Math.max(...texts.map(({ text, font }) => widthOf(longest(text), font)))),
      };
    }),
    textWidth,
  );
};

interface Placed {
  readonly sheet: Sheet;
  readonly table: DocumentTable;
  readonly widths: readonly number[];
  /** The table as an element of the structure. */
  readonly element: StructureElement;
}

const heightOf = ({ sheet, widths }: Placed, row: DrawnRow): number => {
  sheet.write(row.font, size);
  const heights = row.cells.map(({ text }, at) =>
    sheet.doc.heightOfString(text, { width: Math.max(1, (widths[at] ?? 0) - 2 * padding.x) }),
  );
  return Math.ceil(Math.max(...heights, size)) + 2 * padding.y;
};

const drawRow = (placed: Placed, row: DrawnRow, height: number, isRepeated: boolean): void => {
  const { sheet, table, widths, element } = placed;
  const { doc } = sheet;
  const top = doc.y;
  asDecoration(sheet, () => {
    if (row.isHead) doc.rect(margins.left, top, textWidth, height).fill(colourOf("heat-1"));
    doc
      .moveTo(margins.left, top + height)
      .lineTo(margins.left + textWidth, top + height)
      .lineWidth(0.5)
      .strokeColor(colourOf(row.isHead ? "line-strong" : "line"))
      .stroke();
  });
  const drawCell = (at: number): void => {
    const cell = row.cells[at];
    if (cell === undefined || cell.text === "") return;
    const before = widths.slice(0, at).reduce((sum, width) => sum + width, 0);
    sheet.write(row.font, size, cell.tone);
    doc.text(cell.text, margins.left + before + padding.x, top + padding.y, {
      width: Math.max(1, (widths[at] ?? 0) - 2 * padding.x),
      height: height - padding.y,
      ellipsis: true,
      align: table.columns[at]?.align === "end" ? "right" : "left",
    });
  };
  if (isRepeated) asDecoration(sheet, () => table.columns.forEach((_, at) => drawCell(at)));
  else {
    const line = doc.struct("TR");
    element.add(line);
    table.columns.forEach((_, at) =>
      addElement(sheet, row.isHead || at === 0 ? "TH" : "TD", () => drawCell(at), { within: line }),
    );
    line.end();
  }
  doc.x = margins.left;
  doc.y = top + height;
};

/** Draws a table over as many pages as it needs. No row is cut by the end of a page, and each page repeats the head. */
export const drawTable = async (sheet: Sheet, table: DocumentTable): Promise<void> => {
  const { doc, root } = sheet;
  const cellsOf = (cells: readonly DocumentCell[]): DrawnRow["cells"] =>
    table.columns.map((_, at) => {
      const cell = cells[at] ?? "";
      return { text: sheet.shown(cellText(cell, ticketName)), tone: toneOf(cell) };
    });
  const head: DrawnRow = { cells: cellsOf(table.columns.map(({ label }) => label)), font: "bold", isHead: true };
  const rows: readonly DrawnRow[] = [
    ...table.rows.map((cells) => ({ cells: cellsOf(cells), font: "regular" as const, isHead: false })),
    ...(table.sum === null ? [] : [{ cells: cellsOf(table.sum), font: "bold" as const, isHead: false }]),
  ];
  const element = doc.struct("Table", { alt: sheet.shown(table.label) });
  root.add(element);
  const placed: Placed = { sheet, table, element, widths: measured(sheet, table, [head, ...rows]) };
  const headHeight = heightOf(placed, head);
  const pageRoom = pageEnd - margins.top - headHeight;
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    const height = Math.min(pageRoom, heightOf(placed, row));
    // The last row before the sum stays with it.
    const sum = table.sum !== null && index === rows.length - 2 ? heightOf(placed, rows[index + 1] ?? row) : 0;
    const needed = height + (index === 0 ? headHeight : 0) + (sum + height > pageRoom ? 0 : sum);
    const isNewPage = doc.y + needed > pageEnd;
    if (isNewPage) doc.addPage();
    if (index === 0 || isNewPage) drawRow(placed, head, headHeight, index > 0);
    drawRow(placed, row, height, false);
  }
  if (rows.length === 0) drawRow(placed, head, headHeight, false);
  element.end();
  doc.y += 10;
};
