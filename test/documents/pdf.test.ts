import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { columnWidths } from "../../src/documents/pdf/draw-table.ts";
import { pdfFile } from "../../src/documents/pdf/pdf-file.ts";
import { replacement, showable } from "../../src/documents/pdf/sheet.ts";
import { sampleDocument } from "./sample.ts";

const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

/** The strings of a PDF that hold other letters than ASCII are UTF-16. */
const utf16 = (text: string): string => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("latin1");

const pagesOf = (pdf: Uint8Array): number => textOf(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** What the pages draw, uncompressed. */
const drawingsOf = (pdf: Uint8Array): readonly string[] =>
  [...textOf(pdf).matchAll(/FlateDecode[^]*?stream\r?\n([^]*?)\nendstream/g)].flatMap(([, packed = ""]) => {
    try {
      return [inflateSync(Buffer.from(packed, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });

test("a document becomes a PDF with title, language, bookmarks, structure and its own fonts", async () => {
  const pdf = await pdfFile(sampleDocument(3));
  const text = textOf(pdf);
  expect(text.startsWith("%PDF-1.7")).toBe(true);
  expect(pagesOf(pdf)).toBe(1);
  expect(text).toContain("/Lang (en-GB)");
  expect(text).toContain("/MarkInfo");
  expect(text).toContain("/DisplayDocTitle true");
  expect(text).toContain("/Title (Targets)");
  expect(text).toContain(utf16("Support statement: Acme & Söhne <GmbH>"));
  for (const kind of ["/S /H1", "/S /H2", "/S /Table", "/S /TH", "/S /TD", "/S /Figure"]) expect(text).toContain(kind);
  expect(text.match(/\/FontFile2/g)).toHaveLength(2);
  expect(text).not.toContain("Helvetica");
  // Names must not break the XML in which the properties stand as well.
  expect(text).toContain("Acme &amp; S");
  expect(text).not.toMatch(/<rdf:li[^>]*>[^<]*<GmbH>/);
});

test("the same document gives the same bytes", async () => {
  const [one, other] = [await pdfFile(sampleDocument(2)), await pdfFile(sampleDocument(2))];
  expect(Buffer.compare(one, other)).toBe(0);
});

test("a long table goes over many pages, and each page repeats its head and has a number", async () => {
  const pdf = await pdfFile(sampleDocument(120));
  const pages = pagesOf(pdf);
  expect(pages).toBeGreaterThan(2);
  // The ground of a head is drawn once on every page that the table reaches.
  const heads = drawingsOf(pdf).filter((each) => /0\.894\d* 0\.937\d* 0\.949\d* (?:scn|rg)/.test(each));
  expect(heads.length).toBeGreaterThanOrEqual(pages - 1);
});

test("odd texts and empty documents make a PDF too", async () => {
  const empty = { ...sampleDocument(0), parts: [], facts: [], foot: "", title: "" };
  expect(pagesOf(await pdfFile(empty))).toBe(1);
  const huge = sampleDocument(1);
  const cell = "Donaudampfschifffahrtsgesellschaft".repeat(300);
  const table = {
    part: "table" as const,
    label: "",
    columns: [{ label: "", align: "end" as const }],
    rows: [[cell], []],
    sum: null,
  };
  const pdf = await pdfFile({
    ...huge,
    facts: [{ label: cell, value: "" }],
    parts: [table, { ...table, columns: [] }, { part: "list", items: [] }],
  });
  expect(pagesOf(pdf)).toBeLessThan(9);
});

test("what the fonts lack becomes one visible sign", () => {
  const hasGlyph = (codePoint: number): boolean => codePoint < 0x600;
  expect(showable("Юлия Ιωάννης", hasGlyph)).toBe("Юлия Ιωάννης");
  expect(showable("a👩‍👩‍👧b", hasGlyph)).toBe(`a${replacement}b`);
  expect(showable("株式\n❤️", hasGlyph)).toBe(`${replacement}${replacement}\n${replacement}`);
  expect(showable("x".repeat(70), hasGlyph)).toBe(["x".repeat(32), "x".repeat(32), "x".repeat(6)].join("\u200b"));
  expect(showable("word ".repeat(2_000), hasGlyph)).toHaveLength(4_001);
  expect(showable("\ud800\u001b[2J\t.", hasGlyph)).toBe(`${replacement}\\u001b[2J .`);
});

test("columns share the room of a page", () => {
  const sum = (widths: readonly number[]): number => Math.round(widths.reduce((all, each) => all + each, 0));
  for (const columns of [
    [
      { whole: 50, word: 50 },
      { whole: 100, word: 20 },
    ],
    [
      { whole: 50, word: 50 },
      { whole: 900, word: 80 },
    ],
    [
      { whole: 500, word: 300 },
      { whole: 900, word: 400 },
    ],
    [{ whole: 0, word: 0 }],
  ])
    expect(sum(columnWidths(columns, 400))).toBe(400);
  expect(
    columnWidths(
      [
        { whole: 50, word: 50 },
        { whole: 900, word: 80 },
      ],
      400,
    )[0],
  ).toBe(50);
  expect(columnWidths([], 400)).toEqual([]);
});
