import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { runHere } from "../support/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "plazo-no-desk-"));
afterAll(() => rmSync(folder, { recursive: true }));
// `apply` opens a database before it reads the file.
const database = freshPostgres();

test.each([
  ["xoxb-1234-canary", "the file is one text: expected a mapping"],
  ["SLACK_BOT_TOKEN=xoxb-1234-canary\nPORT=3000\n", "the file is one text: expected a mapping"],
  ["- xoxb-1234-canary\n", "the file is a list: expected a mapping"],
  ['"xoxb-1234-canary', "the file is not YAML (Missing closing"],
  ["A: |xoxb-1234-canary\n", "the file is not YAML (Block scalar header includes extra characters): "],
  ["*xoxb-1234-canary", "the file is not YAML (Unresolved alias"],
  ["A: !xoxb-1234-canary x\nB: [", "the file is not YAML ("],
  ['A: "\\qcanary"', "the file is not YAML (Invalid escape sequence): "],
])("a file that is no YAML mapping is not quoted, because it may be .env: %j", async (text, fault) => {
  writeFileSync(join(folder, "wrong.env"), text);
  for (const command of ["check", "apply", "due"]) {
    const { code, out, err } = await runHere("desk", [command, "wrong.env"], {
      folder,
      env: { DATABASE_URL: await database },
    });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(fault);
    expect(err).not.toContain("canary");
  }
});
