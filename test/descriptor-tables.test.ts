import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { descriptorLiterals } from "./support/source-rules/descriptor-literals.ts";

const root = join(import.meta.dirname, "..");
const platforms = ["slack", "discord", "playground"];

const sources = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), "utf8") })),
);

test("no condition names one severity, clock or platform: the descriptor tables hold what differs", () => {
  expect(descriptorLiterals(sources, platforms)).toEqual([]);
});

test.each([
  ['severity === "critical"', 'src/a.ts asks for one severity by name: === "critical"'],
  ['"low" !== severity', 'src/a.ts asks for one severity by name: "low" !=='],
  ['clock.kind === "firstResponse"', 'src/a.ts asks for one clock by name: === "firstResponse"'],
  ['kind !== "tech"', 'src/a.ts asks for one clock by name: kind !== "tech"'],
  ['platformOf(ref) === "slack"', 'src/a.ts asks for one platform by name: === "slack"'],
])("the test finds %s", (text, fault) => {
  expect(descriptorLiterals([{ path: "src/a.ts", text }], platforms)).toEqual([fault]);
});

test("a ticket's side may be named tech, and an adapter may name itself", () => {
  const slack = { path: "adapters/slack/a.ts", text: 'platformOf(ref) === "slack"' };
  expect(descriptorLiterals([{ path: "src/a.ts", text: 'side === "tech"' }, slack], platforms)).toEqual([]);
  expect(descriptorLiterals([{ ...slack, path: "adapters/discord/a.ts" }], platforms)).toHaveLength(1);
});
