import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import type { Severity } from "../../src/sla/severity.ts";
import { monday, minutes, wholeCommand } from "../support/given.ts";
import { runHere } from "../support/command-line.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

const file = `
timezone: Europe/Madrid
undo: 0
channels: { triage: slack:C0TRIAGE }
calendars: { office: { timezone: Europe/Madrid, hours: { mon-fri: ["09:00-18:00"] } } }
plans: { standard: { calendar: office, targets: { critical: { firstResponse: PT1H }, high: { firstResponse: PT4H } } } }
people: { luis: { name: Luis, roles: [agent], slack: U0LUIS } }
areas: { player: { title: Player } }
accounts:
  acme: { name: Acme, plan: standard, channels: ["slack:C0ACME"] }
  other: { name: Other, plan: standard, channels: ["slack:C0OTHER"] }`;

const folder = mkdtempSync(join(tmpdir(), "plazo-report-"));
afterAll(() => rmSync(folder, { recursive: true }));
let url = "";

beforeAll(async () => {
  url = await freshPostgres();
  const database = openPostgres(url);
  const applied = await applyDesk(database, (current) => readDeskFile(file, current), monday);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const deps = { database, desk: createDeskCache(deskOf) };
  const desk = await deps.desk.read(database.db);
  const answered = async (channel: "slack:C0ACME" | "slack:C0OTHER", severity: Severity, after: number) => {
    const carla = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel } as const;
    const words = { title: "canary", description: "", severity, askedIn: channel } as const;
    const opened = await execute(deps, {
      key: null,
      number: null,
      command: { type: "open", by: carla, at: monday, ...words },
    });
    if (!opened.ok) throw new Error(opened.refusal.reason);
    const luis = { kind: "person", user: "slack:U0LUIS", name: "Luis", channel: "slack:C0TRIAGE" } as const;
    const reply = wholeCommand({ type: "reply", text: "We look into it.", alreadyPosted: false }, opened.ticket, desk);
    const command = { ...reply, by: luis, at: monday + after * minutes };
    const replied = await execute(deps, { key: null, number: opened.ticket.number, command });
    if (!replied.ok) throw new Error(replied.refusal.reason);
  };
  await answered("slack:C0ACME", "critical", 12);
  await answered("slack:C0ACME", "critical", 63);
  await answered("slack:C0ACME", "high", 20);
  await answered("slack:C0OTHER", "high", 20);
  await database.close();
});

const runStatement = (...args: readonly string[]) =>
  runHere("desk", ["statement", ...args], { folder, env: { DATABASE_URL: url } });
const run = (...args: readonly string[]) =>
  runHere("desk", ["report", ...args], { folder, env: { DATABASE_URL: url } });
const january = ["--from", "2026-01-01", "--to", "2026-02-01"];

test("one account as JSON has the promised shape, and a clock counts in the period in which it was due", async () => {
  const { code, out, err } = await run("--account", "acme", ...january, "--format", "json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    account: "acme",
    from: "2025-12-31T23:00:00.000Z",
    to: "2026-01-31T23:00:00.000Z",
    clocks: [
      {
        clock: "firstResponse",
        severity: "critical",
        met: 1,
        breached: 1,
        cancelled: 0,
        p50: "PT12M",
        p90: "PT1H3M",
        p95: "PT1H3M",
        breaches: [
          {
            ticket: 1002,
            due: new Date(monday + 60 * minutes).toISOString(),
            ended: new Date(monday + 63 * minutes).toISOString(),
            late: "PT3M",
            cause: "unassigned",
          },
        ],
      },
      {
        clock: "firstResponse",
        severity: "high",
        met: 1,
        breached: 0,
        cancelled: 0,
        p50: "PT20M",
        p90: "PT20M",
        p95: "PT20M",
        breaches: [],
      },
    ],
  });
  expect(JSON.parse(err)).toMatchObject({ what: "report", account: "acme" });
  const later = await run("--account", "acme", "2026-02", "--format", "json");
  expect(JSON.parse(later.out)).toMatchObject({ account: "acme", clocks: [] });
});

test("all accounts are an array; people read lines; a spreadsheet gets the rows", async () => {
  const all = await run("2026-01", "--format", "json");
  expect((JSON.parse(all.out) as readonly { account: string }[]).map(({ account }) => account)).toEqual([
    "acme",
    "other",
  ]);
  const text = await run("2026-Q1");
  expect(text.out).toMatch(
    /Critical · In time: 50%[^]*Acme · In time: 66\.6%[^]*T-1002 · Account: Acme[^]*Late by: 3 minutes/,
  );
  const csv = await run("2026-01", "--format", "csv");
  const [head, ...rows] = csv.out.trimEnd().split("\n");
  expect(head).toMatch(/^\uFEFFticket,clock,cycle,/);
  expect(rows).toHaveLength(4);
  expect(all.out + text.out + csv.out + csv.err).not.toContain("canary");
});

test("areas, account managers and agents narrow every format, and --figures gives all figures as JSON", async () => {
  const figures = async (...args: readonly string[]) =>
    JSON.parse((await run("2026-01", "--format", "json", "--figures", ...args)).out) as {
      readonly clocks: { readonly now: { readonly met: number; readonly breached: number } };
      readonly times: readonly { readonly used: { readonly now: { readonly p50: string } } }[];
    };
  expect(await figures()).toMatchObject({
    period: { from: "2025-12-31T23:00:00.000Z", to: "2026-01-31T23:00:00.000Z" },
    clocks: { now: { met: 3, breached: 1, cancelled: 0 } },
    byAccount: [{ value: "acme" }, { value: "other" }],
    times: [{ clock: "firstResponse", used: { now: { p50: "PT20M", p95: "PT1H3M" } } }],
  });
  expect((await figures("--account", "acme")).clocks.now).toMatchObject({ met: 2, breached: 1 });
  expect((await figures("--area", "player")).clocks.now).toMatchObject({ met: 0, breached: 0 });
  expect((await figures("--manager", "luis")).clocks.now).toMatchObject({ met: 0, breached: 0 });
  const ofPlayer = await run("2026-01", "--area", "player", "--format", "csv");
  expect(ofPlayer.out.trimEnd().split("\n")).toHaveLength(1);
});

test.each([
  [["--account", "acne"], "There is no account acne: did you mean acme?"],
  [["next week"], "“next week” is no period: write last week, this month, 2026, 2026-Q3, 2026-10 or 2026-10-31."],
  [["--from", "2026-02-30"], "--from is “2026-02-30”: expected a day such as 2026-10-01."],
  [["--from", "2026-02-01", "--to", "2026-02-01"], "--to must be after --from."],
  [["--to", "2026-02-01"], "--to needs --from, the first day of the report."],
  [["2026-01", "--from", "2026-02-01"], "Name either a period, or --from and --to."],
  [["--area", "plyer"], "There is no area plyer: did you mean player?"],
  [["--agent", "lui"], "There is no person lui: did you mean luis?"],
  [["--figures"], "--figures needs --format json: the other formats have all figures."],
  [["--format", "doc"], '--format is "doc": expected one of text, html, csv, json, pdf.'],
])("a wrong request is refused with what is expected: %j", async (args, expected) => {
  const { code, err } = await run(...args);
  expect([code, err.trim()]).toEqual([1, expected]);
});

test("HTML and PDF are a document with the same counts", async () => {
  const page = await run(...january, "--format", "html");
  expect(page.code).toBe(0);
  expect(page.out).toMatch(/^<!doctype html>/);
  const counts = [...page.out.matchAll(/<td[^>]*>\s*(\d+)\s*<\/td>/g)].map(([, count]) => Number(count));
  expect(counts.length).toBeGreaterThan(0);
  for (const words of ["Acme", "Other", "T-1002", "Europe/Madrid"]) expect(page.out).toContain(words);
  const pdf = await run("--account", "acme", ...january, "--format", "pdf");
  expect([pdf.code, pdf.out.slice(0, 5)]).toEqual([0, "%PDF-"]);
  const empty = await run("2019", "--format", "html");
  expect([empty.code, empty.out.includes("No clock was due in this period.")]).toEqual([0, true]);
  expect(empty.out).not.toContain("Tickets in and out");
});

test("a period may be named in Spanish or Portuguese", async () => {
  const english = await run("last", "week");
  const spanish = await run("la", "semana", "pasada");
  const portuguese = await run("semana", "passada");
  expect(english.code).toBe(0);
  expect([spanish.out, portuguese.out]).toEqual([english.out, english.out]);
});

test("a statement is printed as text, JSON, HTML and PDF, in the account's language and without reasons of the desk", async () => {
  const text = await runStatement("acme", "2026-01");
  expect(text.out).toContain("Support statement for Acme");
  expect(text.out).toMatch(/T-1002 · Target: First answer · Critical · What happened: .*3 minutes/);
  expect(text.out).not.toContain("unassigned");
  expect(JSON.parse(text.err)).toMatchObject({ what: "report", account: "acme" });
  const json = await runStatement("acme", "2026-01", "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({ figures: { missed: [{ ticket: 1002, clock: "firstResponse" }] } });
  expect((await runStatement("acme", "2026-01", "--format", "html")).out).toContain("<!doctype html>");
  expect((await runStatement("acme", "2026-01", "--format", "pdf")).out.startsWith("%PDF-1.7")).toBe(true);
  expect((await runStatement("acme", "2025-01")).out).toContain("No target was due in this period.");
});

test("faults of the statement command are explained", async () => {
  expect(await runStatement("acme", "2026-01", "--format", "docx")).toMatchObject({
    code: 1,
    err: expect.stringContaining('--format is "docx": expected one of text, html, pdf, json.') as string,
  });
  expect((await runStatement("acne", "2026-01")).err).toContain("There is no account acne: did you mean acme?");
  expect((await runStatement("acme", "soon")).err).toContain("“soon” is no period");
  expect((await runStatement()).err).toContain("Usage");
  expect((await runStatement("acme", "--account", "acme")).err).toContain("Usage");
});
