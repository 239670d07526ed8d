import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boltAnswers, machine, plazoAnswers } from "./first-answers.ts";
import { table, type Row } from "./figures.ts";
import { reminderLateness } from "./lateness.ts";
import { connect } from "../../src/db/connection/connect.ts";
import { graphileWorker, pgBoss } from "./job-libraries.ts";
import { quiet } from "./deps-for.ts";
import { idle } from "./idle.ts";
import { actsOnTicket, longTickets } from "./long-ticket.ts";
import { looks, type Look } from "./look.ts";
import { boltUnder, plazoUnder } from "./offered-load.ts";
import { pastGoalsMet } from "./past/report-goals.ts";
import { startPostgres } from "./postgres.ts";
import { sizeGoalsMet } from "./size/size-goals.ts";
import { besideWaitingMails } from "./waiting-mails.ts";
import { storm, type Storm } from "./storm.ts";

/**
 * The figures that Plazo promises, measured on this machine: `npm run bench`. Ends with 1 where a goal is missed.
 * `-- --only engine` measures only acknowledgements, the lateness of reminders, many of them due at once, and looks for due ones;
 * `-- --only load` only how Plazo acknowledges under offered load; `-- --size 1000000` only what a desk of so many
 * tickets takes, beside one of 10,000; `-- --only idle` only what a desk takes to start, and what it takes that has nothing to do;
 * `-- --only reports` (with `--size 1000000` if you like) only a report, a statement and a rehearsal, at 10,000 and 100,000 tickets;
 * `-- --only mail` only how soon people in Slack get answers while a thousand mails wait to be read;
 * `-- --only "long ticket"` only what is done on a ticket with thousands of messages, beside one with few.
 */
const args = parseArgs({ options: { only: { type: "string" }, size: { type: "string" } } }).values;
const only = args.only ?? (args.size === undefined ? undefined : "size");
const parts = ["engine", "load", "size", "idle", "long ticket", "reports", "mail"];
if (only !== undefined && !parts.includes(only)) throw new Error(`--only takes one of: ${parts.join(", ")}`);
/** Whether a part is measured: all but `size` and `reports` without `--only`. */
const isAsked = (part: string): boolean => (only ?? part) === part;
const size = Number(args.size ?? 100_000);
if (!(Number.isSafeInteger(size) && size >= 10_000 && size <= 5_000_000))
  throw new Error("--size takes a number of tickets from 10000 to 5000000");
const answerGoal = 100;
const latenessGoal = 1_000;
const seconds = 15;
const reminders = 300;
const spreadMs = 10_000;
const loadSeconds = 10;
/** Reminders planned while a thousand come due in the same second. */
const pending = 100_000;
/** Requests a second, with the highest p99 (ms) of their acknowledgements. */
const offeredLoads = {
  Postgres: [
    { rate: 200, goal: 100 },
    { rate: 400, goal: 500 },
  ],
  PGlite: [{ rate: 100, goal: 500 }],
} as const;
/** Among this many reminders a look costs the same, apart from the noise of the measurement. */
const lookedAmong = [1_000, 1_000_000];
const lookGoal = 1.2;

const versionOf = (name: string): string => {
  const file = join(import.meta.dirname, "../../node_modules", name, "package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return `${name} ${version}`;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const directory = mkdtempSync(join(tmpdir(), "plazo-bench-"));
const server = await startPostgres();
const rows: Row[] = [];
const stormy: string[] = [];
let weathered = true;

/** Each figure of a storm with its goal. */
const report = (kind: string, figures: Storm): void => {
  const line = (what: string, figure: number, goal: number, unit: string): void => {
    const met = figure <= goal;
    if (!met) weathered = false;
    stormy.push(`${kind}: ${what} ${figure.toFixed(0)}${unit}, goal ≤ ${goal}${unit}: ${met ? "met" : "MISSED"}`);
  };
  line(
    `${figures.due} of ${figures.planned} reminders due in one second, all decided within`,
    figures.decided,
    1_000,
    " ms",
  );
  line("every critical direct message had left within", figures.critical, 10_000, " ms");
  line("everything had left within", figures.all, 75_000, " ms");
  line("messages", figures.messages, 200, "");
  line("messages refused for coming too fast", figures.refused, 0, "");
};

/** What a look for due reminders costs among many, beside its cost among few. */
const reportLooks = (kind: string, [few, many]: readonly Look[]): void => {
  if (few === undefined || many === undefined) throw new Error("nothing was measured");
  const ratio = many.ms / few.ms;
  const met = ratio <= lookGoal;
  if (!met) weathered = false;
  stormy.push(
    `${kind}: a look that finds nothing due took ${many.ms.toFixed(2)} ms among ${many.planned} planned reminders, ${ratio.toFixed(2)} × that among ${few.planned}, goal ≤ ${lookGoal} ×: ${met ? "met" : "MISSED"}`,
  );
};
/** Forms, presses and messages offered at a rate, beside bare Bolt under the same load. */
const reportLoad = async (
  kind: keyof typeof offeredLoads,
  address: (name: string) => Promise<Record<string, string>>,
) => {
  const loads = offeredLoads[kind];
  const rates = loads.map(({ rate }) => rate);
  const { loads: ours, templates } = await plazoUnder(await address("offered"), fresh(), rates, loadSeconds);
  const bare = await boltUnder(await address("offered_bare"), fresh(), templates, rates, loadSeconds);
  for (const [index, { rate, goal }] of loads.entries()) {
    const [own, other] = [ours[index], bare[index]];
    if (own === undefined || other === undefined) throw new Error("nothing was measured");
    if (own.refused + own.unanswered > 0) weathered = false;
    const ratio = (own.acknowledged.p99 / other.acknowledged.p99).toFixed(1);
    const beside = `${ratio} × bare Bolt's p99; ${own.refused} refused, ${own.unanswered} unanswered`;
    rows.push({ what: `${kind}: acknowledged at ${rate}/s`, ...own.acknowledged, goal, beside });
    rows.push({ what: `${kind}: bare Bolt at ${rate}/s`, ...other.acknowledged, goal: null, beside: "" });
  }
};
/** What a start and an idle desk use. */
const reportIdle = async (): Promise<void> => {
  const embedded = fresh();
  const url = await server.database("idle");
  const seconds = 30;
  for (const { what, database, dataDir, readyGoal, rssGoal, withTickets } of [
    // The start copies the database that the installation prepared. Creating one would take PGlite two seconds.
    {
      what: "PGlite, its first start",
      database: {},
      dataDir: embedded,
      readyGoal: 2_000,
      rssGoal: 350,
      withTickets: false,
    },
    {
      what: "PGlite, a later start",
      database: {},
      dataDir: embedded,
      readyGoal: 2_000,
      rssGoal: 350,
      withTickets: true,
    },
    {
      what: "Postgres",
      database: { DATABASE_URL: url },
      dataDir: fresh(),
      readyGoal: 2_000,
      rssGoal: 150,
      withTickets: true,
    },
  ]) {
    const { readyMs, rssMb, cpuPercent } = await idle(database, dataDir, { seconds, withTickets });
    for (const [figure, goal, unit, digits] of [
      [readyMs, readyGoal, "ms until ready", 0],
      [rssMb, rssGoal, "MB", 0],
      [cpuPercent, 1, `% of a CPU over ${seconds} s with nothing to do`, 2],
    ] as const) {
      const met = figure <= goal;
      if (!met) weathered = false;
      stormy.push(`${what}: ${figure.toFixed(digits)} ${unit}, goal ≤ ${goal}: ${met ? "met" : "MISSED"}`);
    }
  }
};

const waitingMails = 1_000;
/** How much longer (ms) the slowest of a hundred answers may take while mails are read. */
const mailDelayGoal = 50;

/** Answers in Slack while mails wait, beside the same desk without them. */
const reportMails = async (url: string): Promise<void> => {
  const { before, beside, waiting, readMs } = await besideWaitingMails(url, fresh(), { many: waitingMails, seconds });
  if (before.unanswered + beside.unanswered > 0) weathered = false;
  for (const what of ["command", "press"] as const) {
    const name = what === "command" ? "a command's form" : "a press, committed";
    rows.push({ what: `Postgres: ${name}, no mails`, ...before[what], goal: null, beside: "" });
    const ratio = (beside[what].p99 / before[what].p99).toFixed(1);
    const goal = Math.round(before[what].p99 + mailDelayGoal);
    rows.push({
      what: `Postgres: ${name}, ${waitingMails} mails wait`,
      ...beside[what],
      goal,
      beside: `${ratio} × without`,
    });
  }
  stormy.push(`${waiting} mails that waited were read within ${(readMs / 1000).toFixed(0)} s`);
};

/** The messages of the two tickets, and how many times as long the long one may take. */
const messagesOfTickets = [5, 5_000];
const longTicketGoal = 1.5;

/** What a message, a reminder, a press and a look take on a ticket with many messages, beside one with few. */
const reportLongTicket = async (kind: string, url: string | null): Promise<void> => {
  const [few, many] = await longTickets({ databaseUrl: url, dataDir: fresh() }, messagesOfTickets);
  if (few === undefined || many === undefined) throw new Error("nothing was measured");
  for (const act of actsOnTicket) {
    const ratio = many.ms[act] / few.ms[act];
    const met = ratio <= longTicketGoal;
    if (!met) weathered = false;
    stormy.push(
      `${kind}: ${act} took ${many.ms[act].toFixed(1)} ms on a ticket with ${many.messages} messages and their events, ${ratio.toFixed(2)} × that on one with ${few.messages}, goal ≤ ${longTicketGoal} ×: ${met ? "met" : "MISSED"}`,
    );
  }
};

let folders = 0;
const fresh = (): string => join(directory, String((folders += 1)));

try {
  const libraries = ["@electric-sql/pglite", "@slack/bolt", "drizzle-orm", "postgres"].map(versionOf).join(", ");
  say(`${machine()}, ${process.platform} ${process.arch}`);
  say(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")} at the start (the figures hold for a machine that does nothing else)`,
  );
  say(`node ${process.versions.node}, Postgres ${server.version}, ${libraries}`);
  if (isAsked("engine"))
    say(`20 questions a second for ${seconds} s; ${reminders} reminders due within ${spreadMs / 1000} s\n`);
  const pastSizes = [...new Set([10_000, 100_000, size])].filter((each) => each <= size);
  if (only === "reports" && !(await pastGoalsMet(server, pastSizes, say))) weathered = false;
  if (only === "size" && !(await sizeGoalsMet(server, size, directory, say))) weathered = false;
  if (isAsked("idle")) await reportIdle();
  for (const kind of isAsked("long ticket") ? (["PGlite", "Postgres"] as const) : [])
    await reportLongTicket(kind, kind === "PGlite" ? null : await server.database("long_ticket"));
  if (isAsked("mail")) await reportMails(await server.database("mails"));
  for (const kind of isAsked("load") ? (["PGlite", "Postgres"] as const) : [])
    await reportLoad(kind, async (name) => (kind === "PGlite" ? {} : { DATABASE_URL: await server.database(name) }));
  for (const kind of isAsked("engine") ? (["PGlite", "Postgres"] as const) : []) {
    const address = async (name: string): Promise<Record<string, string>> =>
      kind === "PGlite" ? {} : { DATABASE_URL: await server.database(name) };
    const bare = await boltAnswers(await address("bare"), fresh(), 6);
    const ours = await plazoAnswers(await address("ours"), fresh(), seconds);
    if (ours.unanswered + bare.unanswered > 0)
      say(`${kind}: not answered in time: ${ours.unanswered} by Plazo, ${bare.unanswered} by bare Bolt`);
    for (const what of ["command", "press"] as const) {
      const ratio = (ours[what].p99 / bare[what].p99).toFixed(1);
      const name = what === "command" ? "a command's form" : "a press, committed";
      rows.push({ what: `${kind}: ${name}`, ...ours[what], goal: answerGoal, beside: `${ratio} × bare Bolt's p99` });
      rows.push({ what: `${kind}: bare Bolt, one insert (${what})`, ...bare[what], goal: null, beside: "" });
    }
    const { DATABASE_URL: url } = await address("reminders");
    const late = await reminderLateness({ databaseUrl: url ?? null, dataDir: fresh() }, reminders, spreadMs);
    rows.push({ what: `${kind}: a reminder's lateness`, ...late, goal: latenessGoal, beside: "" });
    const { DATABASE_URL: stormUrl } = await address("storm");
    const figures = await storm({ databaseUrl: stormUrl ?? null, dataDir: fresh() }, pending);
    report(kind, figures);
    if (kind === "Postgres")
      for (const [name, library] of [
        ["graphile-worker", graphileWorker],
        ["pg-boss", pgBoss],
      ] as const) {
        const url = await server.database(name.replace("-", "_"));
        const database = await connect({ databaseUrl: url, dataDir: "" }, quiet);
        const took = await library(url, database.db, figures.due);
        await database.close();
        stormy.push(
          `${name} did ${figures.due} jobs that do nothing in ${took.toFixed(0)} ms: ${(figures.decided / took).toFixed(1)} of that is what deciding takes`,
        );
      }
  }
  // Last, because Postgres cleans up after a million rows, which would slow the rest.
  for (const kind of isAsked("engine") ? (["PGlite", "Postgres"] as const) : []) {
    let desks = 0;
    const settings = async () => ({
      databaseUrl: kind === "PGlite" ? null : await server.database(`looks${(desks += 1)}`),
      dataDir: fresh(),
    });
    reportLooks(kind, await looks(settings, lookedAmong));
  }
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
const { text, met } = table(rows);
if (rows.length > 0) say(text);
if (stormy.length > 0) say(`\n${stormy.join("\n")}`);
process.exitCode = met && weathered ? 0 : 1;
