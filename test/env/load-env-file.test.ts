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

test("a folder without .env starts without a word about it", () => {
  expect(starts()).toEqual([0, "undefined undefined", ""]);
});

test("what .env says counts, and the environment before it", () => {
  writeFileSync(join(folder, ".env"), "PORT=3001\nHOST=::1\n");
  expect(starts({ PORT: "4000" })).toEqual([0, "4000 ::1", ""]);
});

test("a .env that cannot be read ends the start, since the tokens may stand in it", () => {
  mkdirSync(join(folder, ".env"));
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env exists but cannot be read \(EISDIR\)/)]);
});

test("every command that reads settings asks for the right Node first, then loads .env", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const name of ["start", "desk", "doctor"])
    expect(scripts[name]).toContain(
      "node --import ./src/commands/require-node.mjs --import ./src/commands/load-env-file.ts",
    );
});
