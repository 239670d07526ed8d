// Runs after each `npm ci`. It deletes installed files that no running program reads: the C++ headers and manuals of the
// bundled Node and, where the compiler was left out (`--omit=dev`), type declarations and source maps. It is plain JavaScript,
// because it runs before it is known which Node there is.
import { existsSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const unread = /\.(?:d\.[cm]?ts|map)$/;

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
 * Deletes what is not needed below a `node_modules` folder, and returns how many bytes that were.
 *
 * @param {string} modules
 */
export const lighten = (modules) => {
  if (!existsSync(modules)) return 0;
  const ofNode = readdirSync(modules)
    .filter((name) => /^node-(?:bin-)?(?:linux|darwin|win)-/.test(name))
    .flatMap((name) => ["include", "share"].map((part) => join(modules, name, part)))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + remove(path), 0);
  return ofNode + (existsSync(join(modules, "tsc")) ? 0 : removeUnread(modules));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const bytes = lighten(fileURLToPath(new URL("../../node_modules", import.meta.url)));
  if (bytes > 0)
    process.stdout.write(`Deleted ${Math.round(bytes / 1e6)} MB that only compilers and debuggers read.\n`);
}
