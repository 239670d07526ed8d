import { expect, test } from "vitest";
import { excerptAround } from "../../src/i18n/excerpt-around.ts";

test.each<[string, string, string | null]>([
  ["The encoder is a Teradek.", "teradek", "The encoder is a Teradek."],
  ["No se ve el VÍDEO en casa", "video", "No se ve el VÍDEO en casa"],
  ["One television is black", "televisions", "One television is black"],
  ["Line one\n\n  line two", "two", "Line one line two"],
  ["nothing here", "absent", null],
  ["disappeared", "appear", null],
  ["", "word", null],
  ["words", "", null],
])("an excerpt of %j around %j", (text, typed, excerpt) => {
  expect(excerptAround(text, typed)).toBe(excerpt);
});

test("an excerpt begins shortly before the word, and is short", () => {
  const long = `${"before ".repeat(100)}needle${" after".repeat(100)}`;
  const excerpt = excerptAround(long, "needle") ?? expect.fail("no excerpt");
  expect(excerpt).toMatch(/^…before/);
  expect(excerpt.indexOf("needle")).toBeLessThan(60);
  expect(excerpt.length).toBeLessThan(160);
  expect(excerpt.endsWith("…")).toBe(true);
});

test("hostile texts take no time", () => {
  const hostile = ["e\u0301".repeat(20_000), "a".repeat(40_000), "\u{1F600}".repeat(20_000), "a ".repeat(20_000)];
  const started = performance.now();
  for (const text of hostile) for (const typed of ["a", "aa ".repeat(60), "e\u0301"]) excerptAround(text, typed);
  expect(performance.now() - started).toBeLessThan(2_000);
});
