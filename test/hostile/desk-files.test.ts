import { expect, test } from "vitest";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { mostFaults } from "../../src/desk/yaml-bounds.ts";
import { fastestRun } from "./fastest-run.ts";

/** How long (ms of computing) a file of 150,000 characters may take. The shapes took 5 s to minutes before they were bounded. */
const allowedMs = 1_000;
const length = 150_000;

const lines = (line: (index: number) => string): string => {
  const all: string[] = [];
  for (let size = 0; size < length; size += all.at(-1)?.length ?? length) all.push(`${line(all.length)}\n`);
  return all.join("");
};

const shapes: Readonly<Record<string, string>> = {
  "unknown keys": lines((index) => `k${index}: 1`),
  "one key again and again": lines(() => "a: 1"),
  "accounts without a name": `accounts:\n${lines((index) => `  k${index}: {a: 1}`)}`,
  "open brackets": `a: ${"[".repeat(length)}`,
  "open braces": "{a: ".repeat(length / 4),
  dashes: "- ".repeat(length / 2),
  "question marks": "? ".repeat(length / 2),
  "quotation marks": '"'.repeat(length),
  anchors: `a: ${"&x ".repeat(length / 3)}`,
  comments: "#\n".repeat(length / 2),
};

test.each(Object.entries(shapes))("a desk file of %s is refused in a bounded time", (_, text) => {
  const ms = fastestRun(() => readDeskFile(text), allowedMs);
  expect(ms).toBeLessThan(allowedMs);
  const reading = readDeskFile(text);
  if (text.startsWith("#")) return;
  expect(reading.ok).toBe(false);
  if (!reading.ok) expect(reading.faults.length).toBeLessThanOrEqual(mostFaults);
});

test("a repeated key is named by the line of the later one", () => {
  const reading = readDeskFile("desk: One\nlocale: en\ndesk: Two\n");
  expect(reading).toMatchObject({ ok: false, faults: [{ line: 3, value: { is: "notYaml" } }] });
});
