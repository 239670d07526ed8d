import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownProcess } from "../support/own-process.ts";

const loader = join(import.meta.dirname, "../../src/commands/load-env-file.ts");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-env-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const starts = (env: Readonly<Record<string, string>> = {}) => {
  const program = "process.stdout.write(`${process.env.PORT} ${process.env.HOST}`)";
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", loader, "-e", program], {
    cwd: folder,
    env: { ...ownProcess, ...env },
    encoding: "utf8",
  });
  return [status, stdout, stderr];
};

test("a folder without .env starts without a message about it", () => {
  expect(starts()).toEqual([0, "undefined undefined", ""]);
});

test("a variable of the environment overrides .env", () => {
  writeFileSync(join(folder, ".env"), "PORT=3001\nHOST=::1\n");
  expect(starts({ PORT: "4000" })).toEqual([0, "4000 ::1", ""]);
});

test("an unreadable .env stops the start, since it may hold the tokens", () => {
  mkdirSync(join(folder, ".env"));
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env exists but cannot be read \(EISDIR\)/)]);
});

test("every command that reads settings first checks the Node version, then loads .env", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const name of ["start", "desk", "doctor"])
    expect(scripts[name]).toContain(
      "node --import ./src/commands/require-node.mjs --import ./src/commands/load-env-file.ts",
    );
});
