import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { browserScripts } from "./browser-scripts.ts";

const css = "text/css; charset=utf-8";
const script = "text/javascript; charset=utf-8";

/** A file of the pages, as it is and compressed. It holds no secret, so its length may be known. */
interface Asset {
  readonly type: string;
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

const asset = (type: string, text: string): Asset => ({
  type,
  whole: Uint8Array.from(Buffer.from(text)),
  packed: Uint8Array.from(gzipSync(text, { level: 9 })),
  tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
});

const folder = (name: string): string => join(import.meta.dirname, name);
const read = (path: string): string => readFileSync(path, "utf8");

const htmx = (): string => {
  const found = findPackageJSON("htmx.org", import.meta.url);
  if (found === undefined) throw new Error("htmx.org is not installed");
  return read(join(dirname(found), "dist/htmx.min.js")).replace(/^\/\/# sourceMappingURL=.*$/m, "");
};

/** The files of the pages. */
interface Assets {
  /** Returns the file of this name, and undefined if there is none. */
  find(name: string): Promise<Asset | undefined>;
}

/** Reads each file once: the scripts when a browser first asks for one, and the others now. */
export const loadAssets = (): Assets => {
  const ready = new Map([
    ...[
      "tokens.css",
      "desk.css",
      "queue.css",
      "accounts.css",
      "settings.css",
      "forms.css",
      "charts.css",
      "documents.css",
      "reports.css",
      "area.css",
    ].map((name) => [name, asset(css, read(join(folder("assets"), name)))] as const),
    ["icon.svg", asset("image/svg+xml", read(join(folder("assets"), "icon.svg")))],
    ["htmx.js", asset(script, htmx())],
  ]);
  let scripts: Promise<ReadonlyMap<string, Asset>> | null = null;
  const readScripts = async (): Promise<ReadonlyMap<string, Asset>> => {
    const texts = await browserScripts(folder("page"));
    return new Map([...texts].map(([name, text]) => [name, asset(script, text)]));
  };
  return {
    find: async (name) => {
      if (!name.endsWith(".ts")) return ready.get(name);
      scripts ??= readScripts().catch((error: unknown) => {
        // The next request tries again.
        scripts = null;
        throw error;
      });
      return (await scripts).get(name);
    },
  };
};

/** Sends a file, compressed if the browser can read it. A browser asks after an hour whether it changed. */
export const assetResponse = ({ type, whole, packed, tag }: Asset, { headers }: Request): Response => {
  const common = { "Cache-Control": "private, max-age=3600", ETag: tag, Vary: "Accept-Encoding" };
  if (headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: common });
  const isPacked = /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
  const encoding: Readonly<Record<string, string>> = isPacked ? { "Content-Encoding": "gzip" } : {};
  return new Response(isPacked ? packed : whole, { headers: { ...common, ...encoding, "Content-Type": type } });
};
