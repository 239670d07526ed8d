import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { twoWaysToBeMissing } from "./support/source-rules/optional-types.ts";

const root = join(import.meta.dirname, "..");

/** What a library's types force, and the library. With `exactOptionalPropertyTypes` only such a type takes its values. */
const forced = {
  "src/desk/sections.ts ]": "zod: `optional()` of a section",
  "src/desk/checks/ladder-fits.ts at": "zod: `optional()` of a step",
  "src/desk/checks/ladder-fits.ts left": "zod: `optional()` of a step",
  "src/desk/checks/ladder-fits.ts severities": "zod: `optional()` of a step",
  "src/desk/checks/ladder-fits.ts clocks": "zod: `optional()` of a step",
  "src/db/connection/watched-socket.ts path": "postgres: the address as the driver parsed it",
  "adapters/slack/receive/origin.ts team": "zod: `nullish()` of Slack's payloads",
  "adapters/slack/receive/origin.ts enterprise": "zod: `nullish()` of Slack's payloads",
  "adapters/slack/receive/origin.ts each": "zod: `nullish()` of Slack's payloads",
  "adapters/discord/inbound/inbound.ts value": "zod: `optional()` of a Discord option",
  "adapters/discord/inbound/inbound.ts focused": "zod: `optional()` of a Discord option",
  "adapters/discord/inbound/inbound.ts options": "zod: `optional()` of a Discord option",
};

const sources = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), "utf8") })),
);

test("no type says “not there” in two ways: a field is left out, or is null", () => {
  expect(twoWaysToBeMissing(sources, forced)).toEqual([]);
});

test.each([
  ["interface A { readonly a?: string | undefined; }", "a is optional and may also be undefined"],
  [
    "interface A {\n  readonly a?:\n    | { readonly b: 1 }\n    | undefined;\n}",
    "a is optional and may also be undefined",
  ],
  ["type A = { readonly a?: (() => void) | null };", "a is optional and may also be null"],
  ['type A = { readonly "a-b"?: undefined | 1 };', '"a-b" is optional and may also be undefined'],
  ["type A = { readonly [Key in B]?: C | undefined };", "] is optional and may also be undefined"],
  ["const a = (b: string, c?: number | null): void => {};", "c is optional and may also be null"],
  ["const a = (b: string | null | undefined): void => {};", "b may be both null and undefined"],
])("the test finds %j", (text, fault) => {
  expect(twoWaysToBeMissing([{ path: "src/a.ts", text }], {})).toEqual([`src/a.ts: ${fault}`]);
});

test.each([
  "interface A { readonly a?: string; readonly b: string | undefined; readonly c: string | null; }",
  "interface A { readonly a?: (b: string | undefined) => Promise<string | null>; }",
  "const a = b ? c : d | undefined;",
  String.raw`const a = /(?:b|undefined)/;`,
  "/** a?: string | undefined */",
])("the test lets pass %j", (text) => {
  expect(twoWaysToBeMissing([{ path: "src/a.ts", text }], {})).toEqual([]);
});
