import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { lockDirectory } from "../../src/db/directory-lock.ts";
import { startFakeDiscord } from "../support/fake-discord/index.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import { barePostgres } from "../support/real-postgres.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "plazo-doctor-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "src/commands", command), ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], DATA_DIR: join(folder, "data"), ...env },
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
};

const example = readFileSync(join(root, ".desk.example.yaml"), "utf8");

test("the doctor tells what is wrong, and warns of what nobody covers", { timeout: 60_000 }, async () => {
  const env = { DATABASE_URL: await barePostgres() };
  expect(run("doctor.ts", [], env)).toEqual({ code: 1, out: "", err: "Wrong: no desk file was ever applied.\n" });
  writeFileSync(join(folder, "desk.yaml"), example);
  expect(run("desk.ts", ["apply", "desk.yaml"], env).code).toBe(0);
  expect(run("doctor.ts", [], env)).toEqual({ code: 0, out: "Nothing is wrong.\n", err: "" });
  const alone =
    "people: { ana: { name: Ana, roles: [manager] }, eva: { name: Eva, roles: [tech], slack: U0EVA } }\nreminders: [{ at: 50%, tell: [manager] }]\n";
  writeFileSync(join(folder, "alone.yaml"), alone);
  expect(run("desk.ts", ["apply", "alone.yaml"], env).code).toBe(0);
  expect(run("doctor.ts", [], { ...env, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "desk@example.com" })).toEqual({
    code: 1,
    out: "Warning: nobody with a reachable DM or e-mail ever covers critical, high, medium, and low tickets of plan premium (Acme TV).\n",
    err: expect.stringMatching(/^Wrong: email: the mail server at 127\.0\.0\.1 does not take us: .*\.\n$/) as string,
  });
});

test("each platform is asked about the channels of the desk that are its own", { timeout: 60_000 }, async () => {
  const env = { DATABASE_URL: await barePostgres() };
  const slack = await startFakeSlack({ channels: [{ id: "C0TRIAGE", name: "triage", botIn: false }] });
  const discord = await startFakeDiscord({ permissions: 1n << 10n });
  writeFileSync(
    join(folder, "both.yaml"),
    `channels: { triage: "slack:C0TRIAGE" }
calendars: { always: { open: always } }
plans: { basic: { calendar: always } }
people: { ana: { name: Ana, roles: [manager], slack: U0ANA } }
accounts: { acme: { name: Acme, plan: basic, manager: ana, channels: ["discord:310000000000000002"] } }
`,
  );
  expect(run("desk.ts", ["apply", "both.yaml"], env).code).toBe(0);
  // The fakes live in this process, which must not stand still meanwhile.
  const doctor = promisify(execFile)(process.execPath, [join(root, "src/commands/doctor.ts")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      ...env,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    },
  });
  await expect(doctor).rejects.toMatchObject({
    code: 1,
    stderr: [
      "Wrong: slack: slack:C0TRIAGE: the bot is not in it; type /invite @Plazo there (not_in_channel).",
      "Wrong: discord: Discord does not know our commands yet: the next start makes them known.",
      "Wrong: discord: discord:310000000000000002: the bot is not allowed to Send Messages, Send Messages in Threads, Create Public Threads, Read Message History, Add Reactions there.",
      "",
    ].join("\n"),
  });
  await Promise.all([slack.stop(), discord.stop()]);
});

test("a database that a running process holds is left alone, and the rest is looked at", () => {
  const lock = lockDirectory(join(folder, "data"));
  const { code, err } = run("doctor.ts", [], {});
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^Wrong: the database was not looked at: The database in .* is in use by process/),
  ]);
  lock.release();
});

test("a faulty environment is told first", () => {
  expect(run("doctor.ts", [], { PORT: "none" })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^PORT is/) as string,
  });
});
