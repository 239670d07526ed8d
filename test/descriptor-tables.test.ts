import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { descriptorLiterals } from "./support/descriptor-literals.ts";

const root = join(import.meta.dirname, "..");
const platforms = ["slack", "discord", "playground"];

const sources = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), "utf8") })),
);

test("no condition asks for one severity, clock or platform by name: the descriptor tables say what holds for each", () => {
  expect(descriptorLiterals(sources, platforms)).toEqual([]);
});

test.each([
  ['severity === "critical"', 'src/a.ts asks for one severity by name: === "critical"'],
  ['"low" !== severity', 'src/a.ts asks for one severity by name: "low" !=='],
  ['clock.kind === "firstResponse"', 'src/a.ts asks for one clock by name: === "firstResponse"'],
  ['kind !== "tech"', 'src/a.ts asks for one clock by name: kind !== "tech"'],
  ['platformOf(ref) === "slack"', 'src/a.ts asks for one platform by name: === "slack"'],
])("it would see %s", (text, fault) => {
  expect(descriptorLiterals([{ path: "src/a.ts", text }], platforms)).toEqual([fault]);
});

test("the side of a ticket may be tech, and an adapter knows its own name", () => {
  const slack = { path: "adapters/slack/a.ts", text: 'platformOf(ref) === "slack"' };
  expect(descriptorLiterals([{ path: "src/a.ts", text: 'side === "tech"' }, slack], platforms)).toEqual([]);
  expect(descriptorLiterals([{ ...slack, path: "adapters/discord/a.ts" }], platforms)).toHaveLength(1);
});
