import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
    timeout: 30_000,
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

test("an empty variable of the environment counts as not set, as everywhere", () => {
  writeFileSync(join(folder, ".env"), "PORT=3001\nHOST=::1\n");
  expect(starts({ PORT: "" })).toEqual([0, "3001 ::1", ""]);
});

test("an unreadable .env stops the start, since it may hold the tokens", () => {
  mkdirSync(join(folder, ".env"));
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env cannot be read: it is not a regular file\./)]);
});

test.runIf(process.platform !== "win32")("a pipe or an endless file as .env stops the start at once", () => {
  spawnSync("mkfifo", [join(folder, ".env")]);
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env cannot be read: it is not a regular file\./)]);
  rmSync(join(folder, ".env"));
  symlinkSync("/dev/zero", join(folder, ".env"));
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env cannot be read: it is not a regular file\./)]);
  rmSync(join(folder, ".env"));
  writeFileSync(join(folder, ".env"), `#${"x".repeat(8 * 1024 * 1024)}`);
  expect(starts()).toEqual([1, "", expect.stringMatching(/^\.env cannot be read: it is larger than 8 MB\./)]);
});

test("a byte order mark does not hide the first variable, and line ends of Windows are read", () => {
  writeFileSync(join(folder, ".env"), "\ufeffPORT=3001\r\n\r\n# A comment\r\nHOST=::1\r\n");
  expect(starts()).toEqual([0, "3001 ::1", ""]);
});

test("every form that Node reads as it is meant is accepted", () => {
  const lines = [
    "export PORT=3001",
    "  HOST = '::1' # here",
    "_A1=",
    "B=1 # b#c",
    "NBSP='a\u00a0b'",
    'EMPTY=""',
    'JSON={"a": "b"}',
    'Q=`it\'s "so"`',
  ];
  writeFileSync(join(folder, ".env"), lines.join("\n"));
  expect(starts()).toEqual([0, "3001 ::1", ""]);
});

test("a file in UTF-16 is refused, with and without a byte order mark", () => {
  for (const mark of ["\ufeff", ""]) {
    writeFileSync(join(folder, ".env"), Buffer.from(`${mark}PORT=3001\nHOST=::1\n`, "utf16le"));
    expect(starts()).toEqual([1, "", ".env is not UTF-8 (UTF-16?): save it as UTF-8. Plazo did not start.\n"]);
  }
});

test.each([
  ["PORT 3001", 'there is no "=" after the name'],
  ["xoxb-canary", 'there is no "=" after the name'],
  ["port=canary", "the name before the"],
  ["\u00a0\u200bPORT=canary", "the name before the"],
  ["SLACK-BOT-TOKEN=canary", "the name before the"],
  ["export\tPORT=canary", "the name before the"],
  ["PORT\u00a0=canary", "the name before the"],
  ["TOKEN=\u00a0canary", "there is a blank that is no ordinary one"],
  ["TOKEN=can#ary", 'a "#" begins a comment'],
  ["1PORT=canary", "the name before the"],
  ["=canary", "the name before the"],
  ['TOKEN="canary', "the quotation mark is not closed on this line"],
  ["TOKEN='canary\"", "the quotation mark is not closed on this line"],
  ['TOKEN="canary\nOTHER=canary"', "the quotation mark is not closed on this line"],
  ['TOKEN="canary"more', "there is text after the closing quotation mark"],
  ["TOKEN=canary\rOTHER=canary", "there is a carriage return within it"],
])("a line that would lose a variable is refused by its number, without its text: %j", (line, why) => {
  writeFileSync(join(folder, ".env"), `HOST=::1\n\n${line}\nPORT=3001\n`);
  const [status, out, err] = starts();
  expect([status, out]).toEqual([1, ""]);
  expect(err).toMatch(/^\.env has lines that cannot be read:\n {2}line 3: /);
  expect(err).toContain(`line 3: ${why}`);
  expect(err).not.toContain("canary");
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
