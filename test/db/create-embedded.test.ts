import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import { connect } from "../../src/db/connect.ts";

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
    expect(readdirSync(dataDir)).not.toContain("pglite.new");
    expect(readdirSync(pglite)).toContain("PG_VERSION");
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);
