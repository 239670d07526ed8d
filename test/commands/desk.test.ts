import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockDirectory } from "../../src/db/connection/directory-lock.ts";
import { barePostgres } from "../support/database/real-postgres.ts";
import { runAsProcess, runHere, type Printed } from "../support/command-line.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "plazo-desk-"));
afterAll(() => rmSync(folder, { recursive: true }));

const desk = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Printed> =>
  runHere("desk", args, { folder, env: { DATA_DIR: join(folder, "data"), ...env } });
const deskProcess = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Printed =>
  runAsProcess("desk", args, { folder, env: { DATA_DIR: join(folder, "data"), ...env } });

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

const example = readFileSync(join(root, ".desk.example.yaml"), "utf8");

test("check prints what a correct file makes", () => {
  expect(deskProcess(["check", file("right.yaml", example)])).toEqual({
    code: 0,
    out: "right.yaml is right. Example Support: calendars: 2, plans: 2, people: 3, accounts: 1; reminders at 50%, 80%, 100%.\n",
    err: "",
  });
});

test("check lists every fault and fails", () => {
  const { code, out, err } = deskProcess(["check", file("wrong.yaml", "locale: fr\nchannel: x\n")]);
  expect([code, out]).toEqual([1, ""]);
  expect(err.split("\n")).toEqual([
    "wrong.yaml has 3 faults, so it cannot be applied:",
    '  line 1: locale is "fr": expected one of es, en, pt.',
    expect.stringContaining('  line 2: channel is "x": expected one of the keys desk,'),
    "  channels.triage is not set: expected the channel where the team sees new tickets.",
    "",
  ]);
});

test.runIf(process.platform !== "win32")(
  "no command reads a device, a pipe or a directory, or a file without end",
  async () => {
    spawnSync("mkfifo", [join(folder, "pipe")]);
    mkdirSync(join(folder, "folder.yaml"));
    for (const command of ["check", "apply", "due"])
      for (const name of ["/dev/zero", "pipe", "folder.yaml"])
        expect(await desk([command, name]), `${command} ${name}`).toEqual({
          code: 1,
          out: "",
          err: `${name} cannot be read: it is not a regular file.\n`,
        });
    file("large.yaml", "#".repeat(8 * 1024 * 1024 + 1));
    expect(await desk(["check", "large.yaml"])).toMatchObject({
      code: 1,
      err: "large.yaml cannot be read: it is larger than 8 MB.\n",
    });
  },
);

test("control characters of a file, an argument or a variable are written out, so that a terminal does not obey them", async () => {
  const hostile = file("hostile.yaml", '"\\e[2Jclear\\nline 9: all is right": x\nlocale: "\\x9b31m"\n');
  const shown = await desk(["check", hostile]);
  expect(shown.code).toBe(1);
  expect(shown.err).toContain(String.raw`\u001b[2Jclear\u000aline 9: all is right is "x"`);
  expect(shown.err).toContain(String.raw`locale is "\u009b31m"`);
  for (const { out, err } of [
    shown,
    await desk(["check", "no\u001b[2Jsuch.yaml"]),
    await desk(["transcript", "\u001b[2J"]),
    await desk(["che\u001b[2Jck"]),
    await desk(["--\u001b[2J"]),
    await desk(["export"], { LOG_LEVEL: "\u009b31m" }),
  ])
    expect(out + err).not.toMatch(/(?!\n)\p{Cc}/u);
});

test("check warns of what a right file may have forgotten", async () => {
  const text =
    "channels: { triage: slack:C1 }\ncalendars: { always: { open: always } }\nplans: { p: { calendar: always } }\n";
  expect(await desk(["check", file("alone.yaml", `${text}accounts: { acme: { name: Acme, plan: p } }`)])).toMatchObject(
    {
      code: 0,
      out: expect.stringContaining(
        "\nWarning: no person with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan p (Acme).\n" +
          "Warning: plan p has no target for the next answers (nextResponse) to critical, high, medium, and low tickets: no person is reminded of what customers write after the first answer.\n",
      ) as string,
    },
  );
});

test("check uses the platforms that are switched on, or all of them if none is", async () => {
  const out = `right.yaml is right. Example Support: calendars: 2, plans: 2, people: 3, accounts: 1; reminders at 50%, 80%, 100%.\n`;
  const mail = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "desk@example.com" };
  expect(await desk(["check", file("right.yaml", example)], mail)).toMatchObject({
    code: 0,
    out: `${out}Warning: Luis Gil cannot be reached: slack is not switched on.\n`,
  });
  expect(await desk(["check", file("right.yaml", example)], { PLAYGROUND: "on" })).toMatchObject({ code: 0, out });
});

test("check, export and apply write nothing into an embedded database without PG_VERSION, and check says that it is damaged", async () => {
  const env = { DATA_DIR: join(folder, "damaged") };
  const pglite = join(env.DATA_DIR, "pglite");
  const files = () => readdirSync(pglite, { recursive: true, encoding: "utf8" }).toSorted();
  const damaged = `The embedded database in ${pglite} is damaged and cannot be opened. Move this folder elsewhere`;
  const expectUnread = async (): Promise<void> => {
    const { code, out, err } = await desk(["check", "right.yaml"], env);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`right.yaml was checked on its own, because the desk in force cannot be read: ${damaged}`);
  };
  expect(await desk(["apply", file("right.yaml", example)], env)).toMatchObject({ code: 0 });
  const version = readFileSync(join(pglite, "PG_VERSION"));
  rmSync(join(pglite, "PG_VERSION"));
  const before = files();

  await expectUnread();
  for (const args of [["export"], ["apply", "right.yaml"], ["replan"], ["retry"], ["transcript", "1001"]])
    expect(await desk(args, env), args.join(" ")).toMatchObject({
      code: 1,
      err: expect.stringContaining(damaged) as string,
    });
  expect(files()).toEqual(before);

  writeFileSync(join(pglite, "PG_VERSION"), version);
  expect((await desk(["export"], env)).out).toContain("desk: Example Support");

  rmSync(pglite, { recursive: true });
  mkdirSync(pglite);
  await expectUnread();
  expect(files()).toEqual([]);
});

test("holidays prints the holidays of a place as lines for a calendar, and applies nothing", async () => {
  expect(await desk(["holidays", "es", "md", "2027"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^# Public holidays in ES-MD, 2027\. .*\npublicHolidays: ES-MD\nholidays:\n {2}- "2027-01-01" # Año Nuevo\n/,
    ) as string,
  });
  expect((await desk(["holidays", "FO", "2026"])).out).toContain(
    '\n  # "2026-06-05" from 12:00 only: Grundlógardagur\n',
  );
  expect(await desk(["holidays", "XX"])).toEqual({
    code: 1,
    out: "",
    err: "Unknown place XX: expected a country such as ES, or a region such as ES MD.\n",
  });
});

test.each([
  [[]],
  [["check"]],
  [["export", "--apply"]],
  [["replan", "x"]],
  [["retry", "x"]],
  [["holidays"]],
  [["transcript"]],
  [["check", "x", "--format", "md"]],
  [["drop", "x"]],
  [["check", "one", "two"]],
])("desk prints its usage for %j", async (args) => {
  const { code, err } = await desk(args);
  expect([code, err.split("\n")[0]]).toEqual([1, "Usage: npm run desk -- COMMAND"]);
});

test("a misspelt command is answered with the nearest one", async () => {
  const { code, err } = await desk(["aply", "desk.yaml"]);
  expect([code, err.split("\n")[0]]).toEqual([1, "There is no command aply: did you mean apply?"]);
});

test("a missing file and an unknown option are reported in plain sentences", async () => {
  expect(await desk(["check", "nowhere.yaml"])).toMatchObject({
    code: 1,
    err: "nowhere.yaml cannot be read: there is no such file.\n",
  });
  expect(await desk(["check", "--force"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("Unknown option '--force'") as string,
  });
});

test("applying an exported desk changes nothing, and applying a small file changes only what it names", async () => {
  const env = { DATABASE_URL: await barePostgres() };
  expect(await desk(["check", file("desk.yaml", example)], env)).toMatchObject({ code: 0, err: "" });
  expect(await desk(["export"], env)).toMatchObject({ code: 1, err: "No desk file was ever applied.\n" });
  expect(await desk(["apply", file("desk.yaml", example)], env)).toEqual({
    code: 0,
    out: "desk.yaml is in force as version 1.\n",
    err: "",
  });
  expect(await desk(["export", "out.yaml"], env)).toMatchObject({ code: 0, out: "out.yaml now holds version 1.\n" });
  expect(await desk(["apply", "out.yaml"], env)).toMatchObject({
    code: 0,
    out: "out.yaml changes nothing: version 1 stays.\n",
  });
  expect(
    await desk(["apply", "--part", file("small.yaml", "accounts: { zeta: { name: Zeta, plan: standard } }")], env),
  ).toMatchObject({
    code: 0,
    out: "small.yaml is in force as version 2.\n",
  });
  // What `apply` would say, `check` says of the same file, and changes nothing.
  expect(
    await desk(["check", "--part", file("more.yaml", "accounts: { eta: { name: Eta, plan: standard } }")], env),
  ).toMatchObject({
    code: 0,
    out: expect.stringContaining("accounts: 3;") as string,
    err: "",
  });
  const bad = file("check.yaml", "accounts: { zeta: { name: Zeta, plan: gold } }");
  const judged = await desk(["check", "--part", bad], env);
  expect(judged).toMatchObject({ code: 1, out: "" });
  expect(judged).toEqual(await desk(["apply", "--part", bad], env));
  expect(await desk(["export", "after.yaml"], env)).toMatchObject({ out: "after.yaml now holds version 2.\n" });
  const { out, err } = await desk(["export"], env);
  expect(err).toMatch(/"what":"export","by":"\S+","version":2/);
  expect(err).not.toContain("Zeta");
  expect(out).toContain("name: Acme TV");
  expect(out).toContain("name: Zeta");
  expect(
    await desk(["apply", "--part", file("bad.yaml", "accounts: { zeta: { name: Zeta, plan: gold } }")], env),
  ).toMatchObject({
    code: 1,
    err: 'bad.yaml has one fault, so it cannot be applied:\n  line 1: accounts.zeta.plan is "gold": expected one of the plans premium, standard.\n',
  });
  const whole = { code: 0, out: expect.stringContaining("  accounts.zeta: Zeta loses every right") as string };
  expect(await desk(["check", "desk.yaml"], env)).toMatchObject(whole);
  expect(await desk(["apply", "small.yaml"], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining("small.yaml is valid as a part of the desk in force: add --part.") as string,
  });
  expect(await desk(["apply", "desk.yaml"], env)).toMatchObject(whole);
  expect((await desk(["export"], env)).out).not.toContain("Zeta");
});

test("desk names the running process that holds the embedded database, and stops", async () => {
  const lock = lockDirectory(join(folder, "data"));
  const { code, err } = await desk(["apply", file("desk.yaml", example)]);
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^The database in .* is in use by process ${process.pid} on .*\\. Stop it first`)),
  ]);
  lock.release();
});

test("check judges a file alone while a running process holds the desk in force, and says so", async () => {
  const lock = lockDirectory(join(folder, "busy"));
  mkdirSync(join(folder, "busy", "pglite"));
  const env = { DATA_DIR: join(folder, "busy") };
  const alone =
    /was checked on its own, because the desk in force cannot be read: The database in .* is in use by process/;
  expect(await desk(["check", file("right.yaml", example)], env)).toMatchObject({
    code: 0,
    out: expect.stringMatching(alone) as string,
  });
  const part = file("part.yaml", "accounts: { zeta: { name: Zeta, plan: standard } }");
  expect(await desk(["check", part], env)).toMatchObject({ code: 1, err: expect.stringMatching(alone) as string });
  lock.release();
  expect(existsSync(join(folder, "data", "pglite"))).toBe(false);
});

test("a faulty environment is reported before anything is changed", async () => {
  expect(await desk(["export"], { PORT: "none" })).toEqual({
    code: 1,
    out: "",
    err: 'PORT is "none": expected a port from 0 to 65535 (0: any free one).\n',
  });
});

test("transcript asks for a valid ticket number and format before anything is changed", async () => {
  expect(await desk(["transcript", "x1"])).toEqual({ code: 1, out: "", err: "“x1” is not a ticket number.\n" });
  expect(await desk(["transcript", "1001", "--format", "pdf"])).toEqual({
    code: 1,
    out: "",
    err: '--format is "pdf": expected one of md, html, json.\n',
  });
  expect(await desk(["transcript", "T-1001"])).toMatchObject({ code: 1, err: "There is no ticket T-1001.\n" });
});

test("without the holiday package, check says so and judges the rest, and holidays says what to install", () => {
  const missing = `import { registerHooks } from "node:module"; registerHooks({ resolve(name, context, next) {
    return next(name === "date-holidays" ? "date-holidays-that-nobody-installed" : name, context); } });`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(missing)}` };
  const why =
    "public holidays are not known here, because npm ci --omit=dev leaves them out: run npm ci to know them.\n";
  const text =
    "channels: { triage: slack:C1 }\ncalendars: { madrid: { timezone: Europe/Madrid, hours: { mon: ['09:00-17:00'] }, publicHolidays: ES-MD } }\n";
  expect(deskProcess(["check", file("feasts.yaml", text)], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`\nWarning: calendar madrid: ${why}`) as string,
    err: "",
  });
  expect(deskProcess(["holidays", "ES", "MD"], env)).toEqual({ code: 1, out: "", err: why });
});
