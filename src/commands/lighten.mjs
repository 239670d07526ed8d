// Deletes installed files that no running program reads: the C++ headers and manuals of the bundled Node, the parts of
// packages of which Plazo reads one file and, where the compiler was left out (`--omit=dev`), type declarations and source
// maps.
import { existsSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const unread = /\.(?:d\.[cm]?ts|map)$/;

/**
 * Packages of which Plazo reads only some files: what is kept of each, besides type declarations and licences. ECharts is
 * read as one file (`src/charts/draw.ts`), which has zrender in it, and of the fonts two (`src/charts/picture.ts`). PDFKit and
 * fontkit bring one file for each kind of program (`src/documents/pdf/pdf-file.ts`).
 *
 * @type {Readonly<Record<string, RegExp>>}
 */
const readOf = {
  echarts: /^dist\/echarts\.esm\.min\.mjs$/,
  zrender: /^$/,
  pdfkit: /^js\/pdfkit\.node\.mjs$/,
  fontkit: /^dist\/module\.mjs$/,
  "dejavu-fonts-ttf": /^ttf\/DejaVuSansCondensed(?:-Bold)?\.ttf$/,
};
const alwaysKept =
  /(?:^|\/)(?:package\.json|(?:LICENSE|LICENCE|NOTICE|AUTHORS|README)[^/]*|licenses\/.+)$|\.d\.[cm]?ts$/i;

/**
 * Bytes below a path. Links count as nothing, because what they lead to is counted where it stands.
 *
 * @param {string} path
 * @returns {number}
 */
export const bytesIn = (path) => {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.isFile() ? stats.size : 0;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
};

/** @param {string} path */
const remove = (path) => {
  const bytes = bytesIn(path);
  rmSync(path, { recursive: true });
  return bytes;
};

/**
 * @param {string} folder
 * @returns {number}
 */
const removeUnread = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + removeUnread(path);
    return entry.isFile() && unread.test(entry.name) ? sum + remove(path) : sum;
  }, 0);

/**
 * @param {string} folder
 * @param {RegExp} read
 * @param {string} below
 * @returns {number}
 */
const keepOnly = (folder, read, below = "") =>
  readdirSync(join(folder, below), { withFileTypes: true }).reduce((sum, entry) => {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + keepOnly(folder, read, name);
    return entry.isFile() && !read.test(name) && !alwaysKept.test(name) ? sum + remove(join(folder, name)) : sum;
  }, 0);

/** @param {string} path */
const isOwnFolder = (path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Whether the compiler is installed here or, as in a workspace, in a folder above.
 *
 * @param {string} modules
 * @returns {boolean}
 */
const hasCompiler = (modules) => {
  if (existsSync(join(modules, "tsc"))) return true;
  const project = dirname(modules);
  const above = dirname(project);
  return above !== project && hasCompiler(join(above, "node_modules"));
};

/**
 * Deletes what is not needed below a `node_modules` folder, and returns how many bytes that were. A link is left alone, also
 * where `node_modules` is one: other projects may use what it leads to.
 *
 * @param {string} modules
 */
export const lighten = (modules) => {
  if (!isOwnFolder(modules)) return 0;
  const ofNode = readdirSync(modules)
    .filter((name) => /^node-(?:bin-)?(?:linux|darwin|win)-/.test(name) && isOwnFolder(join(modules, name)))
    .flatMap((name) => ["include", "share"].map((part) => join(modules, name, part)))
    .filter((path) => isOwnFolder(path))
    .reduce((sum, path) => sum + remove(path), 0);
  const ofParts = Object.entries(readOf)
    .filter(([name]) => isOwnFolder(join(modules, name)))
    .reduce((sum, [name, read]) => sum + keepOnly(join(modules, name), read), 0);
  return ofNode + ofParts + (hasCompiler(modules) ? 0 : removeUnread(modules));
};
