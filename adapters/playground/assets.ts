import { readFileSync, readdirSync } from "node:fs";
import { findPackageJSON, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";

/** A file of the page, ready to be served. */
export interface Asset {
  readonly type: string;
  readonly text: string;
}

const litFiles = [
  "lit-html.js",
  "async-directive.js",
  "directive.js",
  "directive-helpers.js",
  "directives/keyed.js",
  "directives/live.js",
  "directives/ref.js",
  "directives/repeat.js",
];

const css = "text/css; charset=utf-8";

/** The colours, plain elements and icon of every page of Plazo. They stand with the web desk. */
const webDeskAssets = join(import.meta.dirname, "../../src/web/assets");
const sharedLook = [
  ["tokens.css", css],
  ["icon.svg", "image/svg+xml"],
] as const;

/** Hides Node's warning that type stripping is experimental, although this very file runs by it. */
const withoutWarning = <T>(work: () => T): T => {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
};

/** Loads the page and lit-html, by path. TypeScript becomes JavaScript by stripping its types. */
export const loadAssets = (): ReadonlyMap<string, Asset> => {
  const assets = new Map<string, Asset>();
  const page = join(import.meta.dirname, "page");
  for (const [name, type] of sharedLook)
    assets.set(`/page/${name}`, { type, text: readFileSync(join(webDeskAssets, name), "utf8") });
  for (const name of readdirSync(page, { recursive: true, encoding: "utf8" })) {
    const text = (): string => readFileSync(join(page, name), "utf8");
    if (name.endsWith(".ts"))
      assets.set(`/page/${name}`, {
        type: "text/javascript; charset=utf-8",
        text: withoutWarning(() => stripTypeScriptTypes(text())),
      });
    if (name.endsWith(".css")) assets.set(`/page/${name}`, { type: css, text: text() });
  }
  const found = findPackageJSON("lit-html", import.meta.url);
  if (found === undefined) throw new Error("lit-html is not installed");
  for (const name of litFiles)
    assets.set(`/lit-html/${name}`, {
      type: "text/javascript; charset=utf-8",
      // The source maps are not served.
      text: readFileSync(join(dirname(found), name), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, ""),
    });
  return assets;
};
