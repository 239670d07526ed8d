import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { setAbsence } from "../../src/db/staff-store.ts";
import { lockDirectory } from "../../src/db/connection/directory-lock.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { startFakeDiscord } from "../support/fake-discord/index.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import { barePostgres } from "../support/database/real-postgres.ts";
import { runAsProcess, runHere, type Printed } from "../support/command-line.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "plazo-doctor-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (env: Readonly<Record<string, string>>) => ({
  folder,
  env: { DATA_DIR: join(folder, "data"), ...env },
});
const doctor = (env: Readonly<Record<string, string>>): Promise<Printed> => runHere("doctor", [], settings(env));
const applies = async (file: string, env: Readonly<Record<string, string>>): Promise<void> =>
  expect((await runHere("desk", ["apply", file], settings(env))).code).toBe(0);

const example = readFileSync(join(root, ".desk.example.yaml"), "utf8");

test("doctor reports what is wrong, and warns about hours without a person", async () => {
  const env = { DATABASE_URL: await barePostgres() };
  expect(await doctor(env)).toEqual({ code: 1, out: "", err: "Wrong: no desk file was ever applied.\n" });
  writeFileSync(join(folder, "desk.yaml"), example);
  await applies("desk.yaml", env);
  // Only the playground is switched on, and it reaches no person of this desk.
  expect(await doctor(env)).toEqual({
    code: 0,
    out: `Warning: no person with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan premium (Acme TV).
Warning: Ana Ruiz cannot be reached: slack, discord, and e-mail are not switched on.
Warning: Eva Sanz cannot be reached: slack and e-mail are not switched on.
Warning: Luis Gil cannot be reached: slack is not switched on.
Nothing is wrong.
`,
    err: "",
  });
  const mail = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "desk@example.com" };
  expect(await doctor({ ...env, ...mail })).toEqual({
    code: 1,
    out: "Warning: Luis Gil cannot be reached: slack is not switched on.\n",
    err: expect.stringMatching(/^Wrong: email: the mail server at 127\.0\.0\.1 does not take us: .*\.\n$/) as string,
  });
});

test("doctor names who is out, and warns about a person without a deputy", async () => {
  const url = await barePostgres();
  const env = { DATABASE_URL: url };
  const people = [
    "ana: { name: Ana, roles: [manager], playground: ana, deputy: luis }",
    "luis: { name: Luis, roles: [agent], playground: luis }",
  ];
  writeFileSync(
    join(folder, "out.yaml"),
    `timezone: Europe/Madrid\ncalendars: { always: { open: always } }\nseverities: { critical: { nextResponse: PT1H }, high: { nextResponse: PT1H }, medium: { nextResponse: PT1H }, low: { nextResponse: PT1H } }\nplans: { basic: { calendar: always } }\nchannels: { triage: "playground:triage" }\npeople: { ${people.join(", ")} }\n`,
  );
  await applies("out.yaml", env);
  const database = openPostgres(url);
  const until = Date.parse("2126-01-15T15:30:00Z");
  const report = async (): Promise<string> => (await doctor(env)).out;
  const then = "Tue, 15 Jan 2126, 16:30 (Europe/Madrid)";
  expect(await report()).toBe("Nothing is wrong.\n");
  await setAbsence(database.db, "ana", until);
  expect(await report()).toBe(`Ana is out until ${then}; Luis is the deputy.\nNothing is wrong.\n`);
  await setAbsence(database.db, "luis", until);
  expect(await report()).toBe(`Warning: Ana is out until ${then}, and so is the deputy, Luis.
Warning: Luis is out until ${then}, and has no deputy.
Nothing is wrong.
`);
  await setAbsence(database.db, "ana", Date.now() - 1);
  await setAbsence(database.db, "luis", null);
  expect(await report()).toBe("Nothing is wrong.\n");
  await database.close();
});

test("doctor asks each platform about its own channels", async () => {
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
  await applies("both.yaml", env);
  const onBoth = {
    ...env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
  expect(await doctor(onBoth)).toMatchObject({
    code: 1,
    err: [
      "Wrong: slack: slack:C0TRIAGE: the bot is not in it; type /invite @Plazo there (not_in_channel).",
      "Wrong: discord: Discord does not know our commands yet: the next start makes them known.",
      "Wrong: discord: discord:310000000000000002: the bot is not allowed to Send Messages, Send Messages in Threads, Create Public Threads, Read Message History, Add Reactions there.",
      "",
    ].join("\n"),
  });
  await Promise.all([slack.stop(), discord.stop()]);
});

test("doctor leaves a database alone that a running process holds, and checks the rest", async () => {
  const lock = lockDirectory(join(folder, "data"));
  const { code, err } = await doctor({});
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^Wrong: the database could not be checked: The database in .* is in use by process/),
  ]);
  lock.release();
});

test("doctor reports a faulty environment first", () => {
  expect(runAsProcess("doctor", [], settings({ PORT: "none" }))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^PORT is/) as string,
  });
});
