import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { serialize } from "node:v8";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import { connect } from "../../src/db/connection/connect.ts";
import { createEmbedded } from "../../src/db/connection/create-embedded.ts";
import { packPrepared, preparedFile, readPrepared } from "../../src/db/connection/prepared.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openPglite } from "../../src/db/connection/pglite.ts";

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test("files without PG_VERSION count as damaged and are kept, and a creation that was killed starts again", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  const settings = { databaseUrl: null, dataDir };
  const pglite = join(dataDir, "pglite");
  try {
    mkdirSync(pglite);
    writeFileSync(join(pglite, "kept"), "a ticket");
    await expect(connect(settings, quiet)).rejects.toThrow("is damaged and cannot be opened");
    expect(readdirSync(pglite)).toEqual(["kept"]);
    rmSync(pglite, { recursive: true });
    mkdirSync(`${pglite}.new-4711`);
    mkdirSync(`${pglite}.newest`);
    writeFileSync(join(`${pglite}.new-4711`, "half"), "");
    const database = await connect(settings, quiet);
    await database.close();
    expect(readdirSync(dataDir).filter((name) => name.includes(".new"))).toEqual(["pglite.newest"]);
    expect(readdirSync(pglite)).toContain("PG_VERSION");
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test("a creation makes all tables, and uses hardly any memory of the process that asked for it", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  try {
    const before = process.memoryUsage.rss();
    expect(await createEmbedded(join(dataDir, "pglite"), null)).toBe("made");
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(60);
    const database = await openPglite({ dataDir: join(dataDir, "pglite") });
    expect(await database.rows(sql`select count(*)::int as n from tickets`)).toEqual([{ n: 0 }]);
    await database.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test("a creation that fails says why, and leaves no files that look like a database", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  try {
    writeFileSync(join(dataDir, `pglite.new-${process.pid}`), "");
    mkdirSync(join(dataDir, "locked"));
    await expect(createEmbedded(join(dataDir, "locked", "n".repeat(300)), null)).rejects.toThrow("ENAMETOOLONG");
    expect(readdirSync(join(dataDir, "locked"))).toEqual([]);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

const countOf = async (directory: string, table: string): Promise<unknown> => {
  const database = await openPglite({ dataDir: directory });
  const [row] = await database.rows(sql`select count(*)::int as n from ${sql.identifier(table)}`);
  await database.close();
  return row;
};

test("a prepared database is copied whole and closed to others, and a damaged or missing one is created again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-prepared-"));
  try {
    const file = preparedFile(folder);
    if (file === null) throw new Error("the installed PGlite was not found");
    await createEmbedded(join(folder, "source"));
    writeFileSync(join(folder, "empty-old.gz"), "of an older version");
    packPrepared(join(folder, "source"), file);
    expect(readdirSync(folder).filter((name) => name.startsWith("empty-"))).toEqual([basename(file)]);

    const copy = join(folder, "copy");
    mkdirSync(`${copy}.new-1`);
    writeFileSync(join(`${copy}.new-1`, "half"), "a start that was killed while it copied");
    expect(await createEmbedded(copy, file)).toBe("copied");
    const names = (path: string) => readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted();
    expect(names(copy)).toEqual(names(join(folder, "source")));
    for (const name of names(copy)) {
      const [there, here] = [join(folder, "source", name), join(copy, name)];
      const { mode } = statSync(here);
      if (process.platform !== "win32") expect([name, mode & 0o077]).toEqual([name, 0]);
      if (!statSync(here).isDirectory()) expect(readFileSync(here).equals(readFileSync(there))).toBe(true);
    }
    expect(await countOf(copy, "tickets")).toEqual({ n: 0 });
    expect(readdirSync(folder).filter((name) => name.includes(".new"))).toEqual([]);
    expect(await createEmbedded(copy, file)).toBe("kept");

    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    const middle = Math.floor(damaged.length / 2);
    damaged.writeUInt8(damaged.readUInt8(middle) ^ 1, middle);
    const noDatabase = gzipSync(serialize([["base", null]]));
    for (const bytes of [whole.subarray(0, whole.length - 9), damaged, Buffer.from(""), noDatabase]) {
      writeFileSync(file, bytes);
      expect(readPrepared(file)).toBeNull();
    }
    expect(await createEmbedded(join(folder, "anew"), file)).toBe("made");
    expect(await countOf(join(folder, "anew"), "tickets")).toEqual({ n: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
