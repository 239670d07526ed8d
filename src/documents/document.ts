import type { Locale } from "../desk/desk.ts";
import type { Instant } from "../sla/instant.ts";
import type { DocumentChart } from "./document-chart.ts";

/** How a text stands out. Its words say the same, so that no meaning is in the colour alone. */
export const tones = ["plain", "good", "bad", "soft"] as const;
export type Tone = (typeof tones)[number];

/** A cell of a table: text, text that stands out, or a ticket, which a page may link to. */
export type DocumentCell =
  | string
  | { readonly text: string; readonly tone: Tone }
  | { readonly ticket: number; readonly tone: Tone };

/** A column of a table. Numbers stand at the end of their column. */
export interface DocumentColumn {
  readonly label: string;
  readonly align: "start" | "end";
}

/** A fact about the whole document, which stands below its title: "Period: October 2026". */
export interface DocumentFact {
  readonly label: string;
  readonly value: string;
}

/** A table. The first cell of a row names the row. `sum` is the last row, set apart from the others. */
export interface DocumentTable {
  readonly part: "table";
  /** What the table shows, for people who hear it. */
  readonly label: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly DocumentCell[])[];
  readonly sum: readonly DocumentCell[] | null;
}

/** A picture of figures. Its table is left out where the document has the same figures in a table of its own. */
export interface DocumentPicture {
  readonly part: "chart";
  readonly chart: DocumentChart;
  readonly hasTable: boolean;
}

/** One part of a document, in the order in which people read it. */
export type DocumentPart =
  | { readonly part: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly part: "paragraph"; readonly text: string; readonly tone: Tone }
  /** A remark below a table or at the end, in small letters. */
  | { readonly part: "note"; readonly text: string }
  | { readonly part: "list"; readonly items: readonly string[] }
  | DocumentTable
  | DocumentPicture;

/**
 * A document that people print: plain data without markup, which may be stored as JSON. Web pages, a file of HTML and a PDF are
 * drawn from it. Its texts are in its own language, and its times in its own zone.
 */
export interface PrintedDocument {
  readonly title: string;
  readonly locale: Locale;
  readonly timezone: string;
  /** Who made it, for the properties of a file: the name of the desk. */
  readonly author: string;
  /** When it was made. The same document gives the same PDF, byte by byte. */
  readonly madeAt: Instant;
  readonly facts: readonly DocumentFact[];
  readonly parts: readonly DocumentPart[];
  /** Stands at the foot of each page of a PDF, beside the page number. */
  readonly foot: string;
}

/** A heading of the document's sections. */
export const heading = (text: string, level: 2 | 3 = 2): DocumentPart => ({ part: "heading", level, text });

export const paragraph = (text: string, tone: Tone = "plain"): DocumentPart => ({ part: "paragraph", text, tone });

export const note = (text: string): DocumentPart => ({ part: "note", text });

/** A column of words, and one of numbers. */
export const words = (label: string): DocumentColumn => ({ label, align: "start" });
export const numbers = (label: string): DocumentColumn => ({ label, align: "end" });

/** The text of a cell, and how it stands out. */
export const cellText = (cell: DocumentCell, ticketName: (ticket: number) => string): string =>
  typeof cell === "string" ? cell : "ticket" in cell ? ticketName(cell.ticket) : cell.text;

export const toneOf = (cell: DocumentCell): Tone => (typeof cell === "string" ? "plain" : cell.tone);
