import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "../../src/db/connection/directory-lock.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import { endAll, onSlack, startDesk } from "./desk-process.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-refused-"));
});
afterEach(() => {
  endAll();
  rmSync(dataDir, { recursive: true, force: true });
});

const deskFile = join(import.meta.dirname, "desk.yaml");

/** What a failed start prints in the log, and outside it. */
const refused = async (settings: Readonly<Record<string, string>>): Promise<{ log: unknown; received: string }> => {
  const desk = startDesk({ DATA_DIR: dataDir, PLAYGROUND: "on", ...settings });
  expect((await desk.ended).code).toBe(1);
  const lines = desk.printed().split("\n");
  const isLog = (line: string): boolean => line.startsWith("{");
  const logged = lines.filter(isLog).map((line): unknown => JSON.parse(line));
  return { log: logged.at(-1), received: lines.filter((line) => !isLog(line)).join("\n") };
};

const expectReason = async (settings: Readonly<Record<string, string>>, reason: RegExp): Promise<void> => {
  const { log, received } = await refused(settings);
  expect(log).toMatchObject({
    level: "error",
    event: "process.start-failed",
    reason: expect.stringMatching(reason) as unknown,
  });
  expect(received).toMatch(reason);
};

test("a data directory in use is reported by name, in the log as well", async () => {
  const lock = lockDirectory(dataDir);
  await expectReason({}, new RegExp(`in use by process ${process.pid} on .*Stop it first, or use another DATA_DIR`));
  lock.release();
});

test("a damaged database is reported to the last sentence, in the log as well", async () => {
  mkdirSync(join(dataDir, "pglite"));
  writeFileSync(join(dataDir, "pglite", "kept"), "a ticket");
  await expectReason(
    {},
    /is damaged and cannot be opened\. [^]*cp -a BACKUP\/pglite [^]*what to do without a backup\.$/m,
  );
});

test.runIf(process.getuid?.() === 0)("an open data directory is reported with both commands", async () => {
  chmodSync(dataDir, 0o755);
  chownSync(dataDir, 12_345, 12_345);
  await expectReason({}, /Run "chown" and "chmod 700" on it/);
});

/** `broken-desk.yaml` names this person as a deputy, and the desk does not have them. */
const unknownPerson = "nobody";

test("every fault of the desk file is reported, in the log as well, but its values are only printed", async () => {
  const DESK_FILE = join(dataDir, "desk.yaml");
  const broken = readFileSync(join(import.meta.dirname, "broken-desk.yaml"), "utf8");
  const accounts = `accounts:
  ana-canary: { name: "Ana Canary", plan: gold-canary, contacts: ["canary@acme.example"], canary@acme.example: x }`;
  writeFileSync(DESK_FILE, `${broken}${accounts}\n`);
  const { log, received } = await refused({ DESK_FILE });
  expect(received).toMatch(/desk\.yaml cannot be applied:\n[^]*colour[^]*PT1M5X[^]*canary@acme\.example/);
  expect(received).toContain(unknownPerson);
  const { reason } = log as { readonly reason: string };
  expect(log).toMatchObject({ level: "error", event: "process.start-failed" });
  expect(reason).toMatch(/desk\.yaml cannot be applied:\n {2}line 2: colour: expected one of the keys/);
  expect(reason).toContain("line 3: severities.critical.firstResponse: expected ");
  expect(reason).toContain("accounts.….contacts");
  for (const value of ["PT1M5X", "anary", unknownPerson]) expect(reason).not.toContain(value);
});

test("a token that Slack refuses is reported by its variable and Slack's code, in the log as well", async () => {
  const slack = await startFakeSlack({});
  await expectReason(
    { ...onSlack(slack, dataDir, deskFile), PLAYGROUND: "off", SLACK_BOT_TOKEN: "xoxb-wrong" },
    /Slack refuses SLACK_BOT_TOKEN: invalid_auth/,
  );
  await slack.stop();
});
