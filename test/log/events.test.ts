import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { logEvents } from "../../src/chat/log-events.ts";

const root = join(import.meta.dirname, "../..");
const table = "src/chat/log-events.ts";

test("every log event is logged somewhere, so that an alert on it can fire", () => {
  const source = globSync("{src,adapters}/**/*.ts", { cwd: root })
    .filter((file) => file !== table)
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  expect(Object.keys(logEvents).filter((event) => !source.includes(`"${event}"`))).toEqual([]);
});

test.each(Object.entries(logEvents))("%s has an area, a plain name and a sentence", (event, sentence) => {
  expect(event).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
  expect(sentence).toMatch(/^\S.*\.$/);
});

test("no log line uses a second key for an error", () => {
  // @ts-expect-error: an error stands under `err`.
  const facts: Parameters<import("../../src/chat/port.ts").Log["warn"]>[0] = { error: new Error("x") };
  expect(facts).toBeDefined();
});
