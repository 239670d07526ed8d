import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import type { Source } from "./support/source-rules/imports-of.ts";
import { brokenWalls } from "./support/source-rules/walls.ts";
import { crowdedFolders, tooLong, tooShort } from "./support/source-rules/file-shapes.ts";

const root = join(import.meta.dirname, "..");

const filesIn = (folder: string, kind = /\.ts$/): readonly Source[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll(sep, "/"), text: readFileSync(path, "utf8") }));

test("each room imports only what its rules allow, and keeps the other rules of the code", () => {
  expect(brokenWalls([...filesIn("src"), ...filesIn("adapters")])).toEqual([]);
});

test("no file has under 20 lines, except those that another place finds by their name", () => {
  expect(tooShort([...filesIn("src"), ...filesIn("adapters")])).toEqual([]);
  const planted = (path: string, lines: number): readonly string[] => tooShort([{ path, text: "x;\n".repeat(lines) }]);
  expect(planted("src/tickets/a.ts", 19)).toEqual(["src/tickets/a.ts has 19 lines: 20 are the fewest"]);
  expect(planted("src/features/reply/a.ts", 19)).toEqual(["src/features/reply/a.ts has 19 lines: 20 are the fewest"]);
  expect(planted("adapters/slack/rules.ts", 1)).toEqual(["adapters/slack/rules.ts has 1 lines: 20 are the fewest"]);
  expect(planted("src/tickets/a.ts", 20)).toEqual([]);
  expect(planted("src/features/reply/rules.ts", 3)).toEqual([]);
  expect(planted("src/features/reply/texts/en.ts", 3)).toEqual([]);
});

test("no folder has over 25 files, and no test file has over 300 lines", () => {
  expect(crowdedFolders([...filesIn("test", /./), ...filesIn("src", /./), ...filesIn("adapters", /./)])).toEqual([]);
  expect(tooLong(filesIn("test"))).toEqual([]);
  expect(tooLong([{ path: "test/stories/a.test.ts", text: "x;\n".repeat(301) }])).toEqual([
    "test/stories/a.test.ts has 301 lines: 300 are the most",
  ]);
});

/** Node's error for a file; null if Node can run it. Type checker and test runner accept more syntax than Node. */
const refusedByNode = (text: string): string | null => {
  try {
    stripTypeScriptTypes(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test("Node can run every file without a build", () => {
  const refused = [...filesIn("src"), ...filesIn("adapters")].flatMap(({ path, text }) => {
    const why = refusedByNode(text);
    return why === null ? [] : [`${path}: ${why}`];
  });
  expect(refused).toEqual([]);
  expect(refusedByNode("for (const of of [1]) console.log(of);")).not.toBeNull();
  expect(refusedByNode("enum Colour { Red }")).not.toBeNull();
});

describe("the test finds a fault if", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "the ticket imports the database",
      { "src/tickets/a.ts": 'import { b } from "../db/b.ts";' },
      "src/tickets/a.ts must not import src/db/b.ts",
    ],
    [
      "the ticket imports a library",
      { "src/tickets/a.ts": 'import { DateTime } from "luxon";' },
      "src/tickets/a.ts must not import luxon",
    ],
    [
      "the core imports a feature",
      { "src/tickets/a.ts": 'import { b } from "../features/reply/index.ts";' },
      "src/tickets/a.ts must not import src/features/reply/index.ts",
    ],
    [
      "the transaction names a feature",
      { "src/tickets/execute/a.ts": 'import { b } from "../../features/reply/index.ts";' },
      "src/tickets/execute/a.ts must not import src/features/reply/index.ts",
    ],
    [
      "the registry imports a file inside a feature",
      { "src/features/registry.ts": 'import { b } from "./reply/b.ts";' },
      "src/features/registry.ts must not import src/features/reply/b.ts: it enters a feature by rules.ts",
    ],
    [
      "the surface imports a file inside a feature",
      { "src/features/surface.ts": 'import { b } from "./reply/b.ts";' },
      "src/features/surface.ts must not import src/features/reply/b.ts: it enters a feature by views.ts or requests.ts",
    ],
    [
      "the core names a feature",
      { "src/tickets/messages.ts": 'import type { b } from "../features/reply/index.ts";' },
      "src/tickets/messages.ts must not import src/features/reply/index.ts",
    ],
    [
      "a feature imports a file inside another feature",
      { "src/features/show/a.ts": 'import { b } from "../reply/b.ts";' },
      "src/features/show/a.ts must not import src/features/reply/b.ts: it enters a feature by index.ts",
    ],
    [
      "a feature imports the rules of another feature",
      { "src/features/show/a.ts": 'import { b } from "../reply/rules.ts";' },
      "src/features/show/a.ts must not import src/features/reply/rules.ts: it enters a feature by index.ts",
    ],
    [
      "a room imports a type inside a feature",
      { "src/delivery/a.ts": 'import type { B } from "../features/reply/messages.ts";' },
      "src/delivery/a.ts must not import src/features/reply/messages.ts: it enters a feature by index.ts",
    ],
    [
      "features import each other in a circle, even for a type alone",
      {
        "src/features/reply/index.ts": 'export { a } from "./a.ts";',
        "src/features/reply/a.ts": 'import { b } from "../show/index.ts";',
        "src/features/show/index.ts": 'export { b } from "./b.ts";',
        "src/features/show/b.ts": 'import type { A } from "../reply/index.ts";',
      },
      "src/features/reply/index.ts → src/features/reply/a.ts → src/features/show/index.ts → src/features/show/b.ts → src/features/reply/index.ts is a circle",
    ],
    [
      "the index.ts of a feature holds code",
      { "src/features/show/index.ts": 'export { a } from "./a.ts";\nexport const b = 1;' },
      "src/features/show/index.ts must only name what its own folder exports",
    ],
    [
      "the index.ts of a feature exports everything",
      { "src/features/show/index.ts": 'export * from "./a.ts";' },
      "src/features/show/index.ts must only name what its own folder exports",
    ],
    [
      "the index.ts of a feature exports what another feature exports",
      { "src/features/show/index.ts": 'export { a } from "../reply/index.ts";' },
      "src/features/show/index.ts must only name what its own folder exports",
    ],
    [
      "the rules of a feature import another feature",
      {
        "src/features/show/rules.ts": 'import { a } from "./a.ts";',
        "src/features/show/a.ts": 'import { b } from "../reply/index.ts";',
      },
      "src/features/show/a.ts must not import src/features/reply/index.ts: the rules of a feature know no other feature",
    ],
    [
      "the rules of a feature import its texts, even through another file",
      {
        "src/features/show/rules.ts": 'import { a } from "./a.ts";',
        "src/features/show/a.ts": 'import { say } from "../../i18n/say.ts";',
      },
      "src/features/show/a.ts must not import src/i18n/say.ts: the rules of a feature reach it",
    ],
    [
      "a type alone crosses a wall",
      { "src/chat/a.ts": 'import type { B } from "../requests/b.ts";' },
      "src/chat/a.ts must not import src/requests/b.ts",
    ],
    [
      "an import stands in the middle of the code",
      { "src/features/show/a.ts": 'await import("../../jobs/b.ts")' },
      "src/features/show/a.ts must not import src/jobs/b.ts",
    ],
    [
      "an import spans several lines",
      { "src/requests/a.ts": 'import {\n  b,\n} from "../tickets/execute/b.ts";' },
      "src/requests/a.ts must not import src/tickets/execute/b.ts",
    ],
    [
      "one adapter imports another",
      { "adapters/slack/a.ts": 'import { b } from "../playground/b.ts";' },
      "adapters/slack/a.ts must not import adapters/playground/b.ts",
    ],
    [
      "an adapter imports another's SDK",
      { "adapters/playground/a.ts": 'import { App } from "@slack/bolt";' },
      "adapters/playground/a.ts must not import @slack/bolt",
    ],
    [
      "an adapter imports the rules of tickets",
      { "adapters/slack/a.ts": 'import { decide } from "../../src/tickets/decide.ts";' },
      "adapters/slack/a.ts must not import src/tickets/decide.ts",
    ],
    [
      "a room imports a file at the top",
      { "src/jobs/a.ts": 'import { b } from "../env.ts";' },
      "src/jobs/a.ts must not import src/env.ts",
    ],
    [
      "the database imports an adapter",
      { "src/db/a.ts": 'import { b } from "../../adapters/slack/b.ts";' },
      "src/db/a.ts must not import adapters/slack/b.ts",
    ],
    [
      "a folder is not in the table of rooms",
      { "lib/a.ts": 'import { b } from "./b.ts";' },
      "lib/a.ts must not import lib/b.ts",
    ],
    [
      "the ticket reads the time",
      { "src/tickets/a.ts": "const now = Date.now();" },
      "src/tickets/a.ts must not ask what time it is",
    ],
    [
      "a feature reads the time",
      { "src/features/show/a.ts": "const now = new Date();" },
      "src/features/show/a.ts must not ask what time it is",
    ],
    [
      "a request uses chance",
      { "src/requests/a.ts": "const chance = Math.random();" },
      "src/requests/a.ts must not throw dice",
    ],
    [
      "a file writes to the console",
      { "src/jobs/a.ts": 'console.log("x");' },
      "src/jobs/a.ts must not write to the console",
    ],
    [
      "an adapter reads the environment",
      { "adapters/slack/a.ts": "const { env } = process.env;" },
      "adapters/slack/a.ts must not read the environment",
    ],
    ["SQL is built from text", { "src/db/a.ts": "sql.raw(text)" }, "src/db/a.ts must not build SQL from text"],
    [
      "a file exports everything of another file",
      { "src/db/index.ts": 'export * from "./a.ts";' },
      "src/db/index.ts must not hand on what others export",
    ],
    [
      "a file exports a name of another file",
      { "src/db/a.ts": 'export { b } from "./b.ts";' },
      "src/db/a.ts must not hand on what others export",
    ],
    ["a file is too long", { "src/db/a.ts": "\n".repeat(300) + "x" }, "src/db/a.ts has 301 lines: 300 are the most"],
    [
      "a name is not in kebab-case",
      { "src/db/ticketStore.ts": "" },
      "src/db/ticketStore.ts is not named in kebab-case",
    ],
    [
      "a folder has too many files",
      Object.fromEntries(Array.from({ length: 26 }, (_, place) => [`src/db/a${place}.ts`, ""])),
      "src/db has 26 files lying flat: 25 are the most",
    ],
    [
      "two files export types of the same name",
      {
        "src/db/a.ts": "export interface Row {}",
        "src/http/a.ts": "export type Row = string;",
        "src/log/a.ts": "interface Row {}\n/* export class Row {} */",
      },
      "Row is exported by src/db/a.ts and src/http/a.ts",
    ],
    [
      "an exported class has the name of a type",
      { "adapters/slack/a.ts": "export abstract class Known {}", "src/chat/a.ts": "export type Known<T> = T;" },
      "Known is exported by adapters/slack/a.ts and src/chat/a.ts",
    ],
    [
      "a folder has a name without meaning",
      { "src/utils/a.ts": "" },
      "src/utils/a.ts says nothing about what it holds",
    ],
    [
      "files import each other in a circle",
      { "src/db/a.ts": 'import "./b.ts";', "src/db/b.ts": 'import "./c.ts";', "src/db/c.ts": 'import "./b.ts";' },
      "src/db/b.ts → src/db/c.ts → src/db/b.ts is a circle",
    ],
  ])("%s", (_, planted, sentence) => {
    expect(brokenWalls(Object.entries(planted).map(([path, text]) => ({ path, text })))).toEqual([sentence]);
  });
});

test("the rules apply to code, not to comments", () => {
  const text =
    '/** Not `Date.now()`, see "../db/a.ts". */\n// import { b } from "../db/b.ts"\nconst at = new Date(7); // never new Date()';
  expect(brokenWalls([{ path: "src/tickets/a.ts", text }])).toEqual([]);
});

test("the lint refuses a fifth parameter in src and adapters", () => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-lint-"));
  try {
    copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    const lint = (room: string, parameters: string): string => {
      mkdirSync(join(folder, room), { recursive: true });
      writeFileSync(join(folder, room, "planted.ts"), `export const planted = (${parameters}): void => {};\n`);
      const { stdout } = spawnSync(join(root, "node_modules/.bin/oxlint"), [room], { cwd: folder, encoding: "utf8" });
      return stdout;
    };
    const five = "_a: 1, _b: 2, _c: 3, _d: 4, _e: 5";
    expect(lint("src/inbox", five)).toContain("max-params");
    expect(lint("adapters/slack", five)).toContain("max-params");
    expect(lint("src/inbox", "_a: 1, _b: 2, _c: 3, _d: 4")).not.toContain("max-params");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
