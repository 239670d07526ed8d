import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";
import { migrationsFolder } from "./migrate.ts";

/**
 * The folder of the prepared database: an empty one with all tables, which the installation makes and the first start copies,
 * because making one takes two seconds and 600 MB. It holds no data, so every user of the machine may read it: the user who
 * runs Plazo is often not the one who installed it.
 */
export const preparedFolder = join(import.meta.dirname, "../../../node_modules/.cache/plazo");

/** The files of a database: names below its folder. A folder has no bytes. */
type Files = readonly (readonly [name: string, bytes: Uint8Array | null])[];

/** How many files are written at the same time: flushing them one by one takes three times as long. */
const atOnce = 16;

/** The archive for the installed PGlite and these migrations. Null if PGlite or the migrations cannot be read. */
export const preparedFile = (folder = preparedFolder): string | null => {
  try {
    const pglite = join(dirname(fileURLToPath(import.meta.resolve("@electric-sql/pglite"))), "../package.json");
    const hash = createHash("sha256").update(readFileSync(pglite));
    for (const name of readdirSync(migrationsFolder).filter((each) => each.endsWith(".sql")))
      hash.update(name).update(readFileSync(join(migrationsFolder, name)));
    hash.update(readFileSync(join(migrationsFolder, "meta/_journal.json")));
    return join(folder, `empty-${hash.digest("hex").slice(0, 16)}.gz`);
  } catch {
    return null;
  }
};

/** Reads a prepared database. Null if it is missing, damaged (which the checksum of gzip shows) or not a whole database. */
export const readPrepared = (file: string | null): Files | null => {
  if (file === null || !existsSync(file)) return null;
  try {
    const files = deserialize(gunzipSync(readFileSync(file))) as Files;
    // Postgres does not open a folder without this file.
    return files.some(([name, bytes]) => name === "PG_VERSION" && bytes !== null) ? files : null;
  } catch {
    return null;
  }
};

/** Packs the files of a closed database. The archive is renamed only when it is complete. Archives of other versions are deleted. */
export const packPrepared = (directory: string, file: string): void => {
  const files: Files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .toSorted()
    .map((name) => {
      const path = join(directory, name);
      return [name, statSync(path).isDirectory() ? null : readFileSync(path)];
    });
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.startsWith("empty-") && join(folder, name) !== file) rmSync(join(folder, name), { force: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, gzipSync(serialize(files)));
  renameSync(draft, file);
};

/** Writes a prepared database into a new folder. Returns when all files are flushed to the disk. */
export const unpackPrepared = async (files: Files, directory: string): Promise<void> => {
  await mkdir(directory, { mode: 0o700 });
  for (const [name, bytes] of files)
    if (bytes === null) await mkdir(join(directory, name), { recursive: true, mode: 0o700 });
  // Every writer takes its next file from the same iterator.
  const rest = files.values();
  const writeNext = async (): Promise<void> => {
    for (const [name, bytes] of rest) if (bytes !== null) await writeToDisk(join(directory, name), bytes);
  };
  await Promise.all(Array.from({ length: atOnce }, writeNext));
};

const writeToDisk = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
};
