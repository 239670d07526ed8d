import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makePrivateDirectory, openEnvFile, writePrivateFile } from "../../src/start/private-files.ts";
import { endAll, startDesk } from "./desk-process.ts";

const root = join(import.meta.dirname, "../..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-private-"));
});
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const openToOthers = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" }).filter((each) =>
    /[1-7].$|[1-7]$/.test(modeOf(join(path, each)).slice(-2)),
  );

test("a desk closes its data directory, and other users can open no file in it", async () => {
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  const desk = startDesk({ DATA_DIR: dataDir, PLAYGROUND: "on" });
  await desk.ready();
  expect(modeOf(dataDir)).toBe("700");
  expect(openToOthers(dataDir)).toEqual([]);
  expect(readdirSync(dataDir).length).toBeGreaterThan(2);
  expect(await desk.end("SIGTERM")).toEqual({ code: 0, signal: null });
});

test.runIf(process.getuid?.() === 0)("an open directory of another user is refused, with a way out", async () => {
  const dataDir = join(folder, "theirs");
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  chownSync(dataDir, 12_345, 12_345);
  expect(() => makePrivateDirectory(dataDir)).toThrow(/open to other users[^]*chmod 700[^]*DATA_DIR=.*theirs\/plazo/);
  expect(modeOf(dataDir)).toBe("755");
  const desk = startDesk({ DATA_DIR: dataDir, PLAYGROUND: "on" });
  expect((await desk.ended).code).toBe(1);
  expect(desk.printed()).toContain("is open to other users of this machine (mode 755)");
  chmodSync(dataDir, 0o700);
  expect(() => makePrivateDirectory(dataDir)).not.toThrow();
});

test("a private file is closed to others, even if it was open before", () => {
  const file = join(folder, "desk.yaml");
  writeFileSync(file, "old", { mode: 0o644 });
  writePrivateFile(file, "new");
  expect(modeOf(file)).toBe("600");
});

test("a file of another user, or one that is open elsewhere, is replaced and not written into", () => {
  const file = join(folder, "desk.yaml");
  writeFileSync(file, "old");
  const open = openSync(file, "r");
  writePrivateFile(file, "secret");
  expect([readFileSync(open, "utf8"), readFileSync(file, "utf8")]).toEqual(["old", "secret"]);
  closeSync(open);
  expect(readdirSync(folder)).toEqual(["desk.yaml"]);
});

test("a shared directory is not closed to those who use it", () => {
  const shared = join(folder, "shared");
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  expect(() => makePrivateDirectory(shared)).toThrow(/holds files of other users[^]*DATA_DIR=.*shared\/plazo/);
  expect(modeOf(shared)).toBe("777");
});

test.runIf(process.getuid?.() === 0)("nor one with a file of another user", () => {
  const shared = join(folder, "shared");
  mkdirSync(shared, { mode: 0o755 });
  writeFileSync(join(shared, "theirs"), "");
  chownSync(join(shared, "theirs"), 12_345, 12_345);
  expect(() => makePrivateDirectory(shared)).toThrow(/holds files of other users/);
});

test.runIf(process.getuid?.() === 0)("a new disk with the folder that its file system made is taken", () => {
  const disk = join(folder, "disk");
  mkdirSync(join(disk, "lost+found"), { recursive: true, mode: 0o755 });
  chownSync(join(disk, "lost+found"), 12_345, 12_345);
  chmodSync(disk, 0o755);
  makePrivateDirectory(disk);
  expect(modeOf(disk)).toBe("700");
});

test("a start warns if others may read .env", () => {
  const file = join(folder, ".env");
  expect(openEnvFile(file)).toBeNull();
  writeFileSync(file, "X=1");
  chmodSync(file, 0o640);
  expect(openEnvFile(file)).toMatch(/chmod 600/);
  chmodSync(file, 0o600);
  expect(openEnvFile(file)).toBeNull();
});

test("git ignores files with tokens, people or tickets, and no file of the project", () => {
  const kept =
    "data/x data-desk/x data-2/pglite/x data.old/x .env .env.local .env.production desk.yaml desk.prod.yml desk-live.yaml T-1042.html T-1042.json backups/a.dump plazo.dump server.log holder.json";
  for (const path of kept.split(" "))
    expect([path, spawnSync("git", ["check-ignore", "-q", path], { cwd: root }).status]).toEqual([path, 0]);
  for (const path of [
    ".env.example",
    ".desk.example.yaml",
    "src/desk/schema.ts",
    "test/bench/desk.yaml",
    "src/db/connection/pglite.ts",
  ])
    expect([path, spawnSync("git", ["check-ignore", "-q", path], { cwd: root }).status]).toEqual([path, 1]);
  expect(execFileSync("git", ["ls-files", "-ci", "--exclude-standard"], { cwd: root, encoding: "utf8" })).toBe("");
});
