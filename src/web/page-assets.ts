import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { findPackageJSON, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

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

/** Strips the types without Node's warning that this is experimental, although this very file runs by it. */
const asScript = (text: string): string => {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
};

const folder = (name: string): string => join(import.meta.dirname, name);
const read = (path: string): string => readFileSync(path, "utf8");

const htmx = (): string => {
  const found = findPackageJSON("htmx.org", import.meta.url);
  if (found === undefined) throw new Error("htmx.org is not installed");
  return read(join(dirname(found), "dist/htmx.min.js")).replace(/^\/\/# sourceMappingURL=.*$/m, "");
};

/** The files of the pages, by name. Each is read once, when the process starts. */
export const loadAssets = (): ReadonlyMap<string, Asset> =>
  new Map([
    ...["tokens.css", "desk.css", "queue.css", "accounts.css", "settings.css", "area.css"].map(
      (name) => [name, asset(css, read(join(folder("assets"), name)))] as const,
    ),
    ["icon.svg", asset("image/svg+xml", read(join(folder("assets"), "icon.svg")))],
    ["htmx.js", asset(script, htmx())],
    ...readdirSync(folder("page"))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name, asset(script, asScript(read(join(folder("page"), name))))] as const),
  ]);

/** Sends a file, compressed if the browser can read it. A browser asks after an hour whether it changed. */
export const assetResponse = ({ type, whole, packed, tag }: Asset, { headers }: Request): Response => {
  const common = { "Cache-Control": "private, max-age=3600", ETag: tag, Vary: "Accept-Encoding" };
  if (headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: common });
  const isPacked = /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
  const encoding: Readonly<Record<string, string>> = isPacked ? { "Content-Encoding": "gzip" } : {};
  return new Response(isPacked ? packed : whole, { headers: { ...common, ...encoding, "Content-Type": type } });
};
