import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ownProcess } from "../support/own-process.ts";

const program = join(import.meta.dirname, "../../src/commands/desk.ts");
const folder = mkdtempSync(join(tmpdir(), "plazo-no-desk-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["xoxb-1234-canary", "the file is one text: expected a mapping"],
  ["SLACK_BOT_TOKEN=xoxb-1234-canary\nPORT=3000\n", "the file is one text: expected a mapping"],
  ["- xoxb-1234-canary\n", "the file is a list: expected a mapping"],
  ['"xoxb-1234-canary', "the file is not YAML (Missing closing"],
  ["A: |xoxb-1234-canary\n", "the file is not YAML (Block scalar header includes extra characters): "],
  ["*xoxb-1234-canary", "the file is not YAML (Unresolved alias"],
  ["A: !xoxb-1234-canary x\nB: [", "the file is not YAML ("],
  ['A: "\\qcanary"', "the file is not YAML (Invalid escape sequence): "],
])("a file that is no YAML mapping is not quoted, because it may be .env: %j", (text, fault) => {
  writeFileSync(join(folder, "wrong.env"), text);
  for (const command of ["check", "apply", "due"]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, command, "wrong.env"], {
      cwd: folder,
      env: { ...ownProcess, DATA_DIR: join(folder, "data") },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(fault);
    expect(stderr).not.toContain("canary");
  }
});
