import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

const withoutBlocks = (text: string): string => text.replace(/^ *```.*?^ *```$/gms, "");

/** Links within the project without a target. */
const brokenLinks = (page: string, text: string): readonly string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });

/** Paths in code spans, such as `src/sla`, that are not there; an ellipsis or a name to fill in is no path. */
const missingPaths = (text: string): readonly string[] =>
  [...withoutBlocks(text).matchAll(/(?<!\[)`((?:src|adapters|test|docs|drizzle)\/[\w./-]+)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/your-|NNNN/.test(path) && !existsSync(join(root, path)));

/** Names of scripts that package.json lacks; a part in capitals stands for several. */
const unknownScripts = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in scripts || /:[A-Z]+$/.test(name)));

const faultsOf = (page: string, text: string): readonly string[] => [
  ...brokenLinks(page, text),
  ...missingPaths(text),
  ...unknownScripts(text),
];

test.each(pages)("every link, path and npm script in %s is there", (page) => {
  expect(faultsOf(page, read(page))).toEqual([]);
});

describe("the test finds a fault if", () => {
  test.each([
    ["a link leads nowhere", "see [it](src/nowhere.ts)", "src/nowhere.ts"],
    ["an anchor is gone", "see [it](docs/desk-file.md#nothing-here)", "docs/desk-file.md#nothing-here"],
    ["a folder moved", "in `src/domain`", "src/domain"],
    ["a script was renamed", "run `npm run chek`", "chek"],
  ])("%s", (_, text, fault) => {
    expect(faultsOf("README.md", text)).toEqual([fault]);
  });
});

test("README is short, and README or a page that it links to links every page of docs", () => {
  const readme = read("README.md");
  expect(readme.split("\n").length).toBeLessThanOrEqual(150);
  const linked = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, link = ""]) => join(dirname(page), link)),
  );
  expect(pages.filter((page) => page !== "README.md" && !linked.includes(page))).toEqual([]);
});
