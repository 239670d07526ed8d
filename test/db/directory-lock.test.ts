import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "../../src/db/connection/directory-lock.ts";

let directory = "";
let children: ChildProcess[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "plazo-lock-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(directory, { recursive: true });
});

const holder = async (): Promise<ChildProcess> => {
  const module = join(import.meta.dirname, "../../src/db/connection/directory-lock.ts");
  const script = `const { lockDirectory } = await import(process.argv[1]);
    globalThis.kept = lockDirectory(process.argv[2]); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, module, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
};

test("a second process is refused and told which process holds the directory", async () => {
  const child = await holder();
  expect(() => lockDirectory(directory)).toThrow(new RegExp(`in use by process ${String(child.pid)} on .* since 20`));
});

test("a damaged lock file is named, with what to do", () => {
  writeFileSync(join(directory, "lock.sqlite"), "no database ".repeat(100));
  expect(() => lockDirectory(directory)).toThrow(/lock\.sqlite is damaged\..* delete this file, and start again/);
});

test("a process takes over the lock of a killed process at once", async () => {
  const child = await holder();
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(`process ${process.pid}`);
  lock.release();
});

test("a holder keeps its lock, however often another process tries", async () => {
  await holder();
  for (let attempt = 0; attempt < 20; attempt += 1) expect(() => lockDirectory(directory)).toThrow("in use");
});

test("a released directory can be locked again, and a second release does no harm", () => {
  const first = lockDirectory(directory);
  first.release();
  first.release();
  lockDirectory(directory).release();
});
