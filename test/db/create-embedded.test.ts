import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import { connect } from "../../src/db/connection/connect.ts";
import { createEmbedded } from "../../src/db/connection/create-embedded.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openPglite } from "../../src/db/connection/pglite.ts";

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test("files without PG_VERSION are damaged and stay, and a creation that was killed starts anew", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  const settings = { databaseUrl: null, dataDir };
  const pglite = join(dataDir, "pglite");
  try {
    mkdirSync(pglite);
    writeFileSync(join(pglite, "kept"), "a ticket");
    await expect(connect(settings, quiet)).rejects.toThrow("is damaged and cannot be opened");
    expect(readdirSync(pglite)).toEqual(["kept"]);
    rmSync(pglite, { recursive: true });
    mkdirSync(`${pglite}.new`);
    writeFileSync(join(`${pglite}.new`, "half"), "");
    const database = await connect(settings, quiet);
    await database.close();
    expect(readdirSync(dataDir).filter((name) => name.includes(".new"))).toEqual([]);
    expect(readdirSync(pglite)).toContain("PG_VERSION");
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);

test("a creation makes all tables, and leaves hardly any memory to the process that asked for it", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  try {
    const before = process.memoryUsage.rss();
    await createEmbedded(join(dataDir, "pglite"));
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(60);
    const database = await openPglite({ dataDir: join(dataDir, "pglite") });
    expect(await database.rows(sql`select count(*)::int as n from tickets`)).toEqual([{ n: 0 }]);
    await database.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);

test("a creation that fails says why, and leaves nothing that looks like a database", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-create-"));
  try {
    writeFileSync(join(dataDir, `pglite.new-${process.pid}`), "");
    mkdirSync(join(dataDir, "locked"));
    await expect(createEmbedded(join(dataDir, "locked", "n".repeat(300)))).rejects.toThrow("ENAMETOOLONG");
    expect(readdirSync(join(dataDir, "locked"))).toEqual([]);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);
