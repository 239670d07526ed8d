import { isForCustomer } from "../sla/clock-kinds.ts";
import { parseArgs } from "node:util";
import { applyDesk } from "../tickets/execute/apply-desk.ts";
import { createDeskCache } from "../tickets/execute/desk-cache.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../tickets/execute/offer-tickets-of-removed.ts";
import { openTicketsOfRemoved } from "../tickets/execute/open-tickets-of-removed.ts";
import { readDesk } from "../db/desk-store.ts";
import { deskFaultSentence, type DeskFault } from "../desk/desk-fault.ts";
import { deskOf } from "../desk/desk-of.ts";
import { exportDesk } from "../desk/desk-document.ts";
import { nearest } from "../desk/checks/nearest.ts";
import type { SwitchedOn } from "../desk/checks/reachable.ts";
import { readDeskFile, type DeskReading } from "../desk/read-desk-file.ts";
import type { Desk } from "../desk/desk.ts";
import { clockFor } from "../clock.ts";
import { platformsOn, readEnv } from "../env.ts";
import { answerDue } from "./desk/due.ts";
import { deskInForce } from "./desk/in-force.ts";
import { replan } from "./desk/replan.ts";
import { readTextFile } from "../start/read-text-file.ts";
import { writeForOwnerOnly, writePrivateFile } from "../start/private-files.ts";
import { printProblems, logDisclosure, say, withDatabase } from "./desk/terminal.ts";
import { transcript } from "./desk/transcript.ts";

const usage = `Usage: npm run desk -- COMMAND

  check FILE [--part]
                 lists the faults of a desk file and what applying it would remove; changes nothing
  due FILE       answers questions from standard input, one JSON object per line (use npm run --silent):
                 {"calendar":"office","start":"2026-01-09T16:30:00Z","target":"PT8H","pauses":[["…Z","…Z"]]}
                 prints the due time and the spans that counted; with "end" instead of "target", the time used
  holidays COUNTRY [REGION] [YEARS…]
                 prints public holidays (ES MD 2026 2027) as lines for a calendar; changes nothing
  apply FILE [--part]
                 puts the file in force as the whole desk; removes and lists what it does not name;
                 with --part the file is a part of the desk, and everything else stays
  export [FILE]  writes the desk in force as a desk file to FILE, or prints it
  transcript NUMBER [--format md|html|json]
                 prints a whole ticket, including internal notes
  replan [--apply]
                 lists the open targets that would move under the desk in force; with --apply moves them
  move-to-postgres
                 copies the embedded database in DATA_DIR to the empty Postgres in DATABASE_URL; stop Plazo first

apply, export, transcript and replan use DATABASE_URL, or else the embedded database in DATA_DIR, which a running Plazo locks.`;

const commands = ["check", "due", "holidays", "apply", "export", "transcript", "replan", "move-to-postgres"];

const complainOf = (file: string, faults: readonly DeskFault[]): 1 =>
  printProblems(
    `${file} has ${faults.length === 1 ? "one fault" : `${faults.length} faults`}, so it cannot be applied:`,
    ...faults.map((each) => `  ${deskFaultSentence(each)}`),
  );

const summary = (desk: Desk): string => {
  const counted = (section: "calendars" | "plans" | "people" | "accounts"): string =>
    `${section}: ${Object.keys(desk[section]).length}`;
  const steps = desk.ladder
    .filter(({ clocks }) => clocks.some(isForCustomer))
    .map(({ when }) => (when.by === "used" ? `${when.percent}%` : `${when.ms / 60_000} min before`))
    .join(", ");
  return `${desk.name}: ${counted("calendars")}, ${counted("plans")}, ${counted("people")}, ${counted("accounts")}; reminders at ${steps}.`;
};

/** The platforms of this environment; null if none is set up, because the file may be written on another machine. */
const platformsHere = (): SwitchedOn => {
  const reading = readEnv(process.env);
  if (!reading.ok) return null;
  const isKnown = Object.values(reading.env.platforms).some(({ kind }) => kind !== "demo");
  return isKnown ? platformsOn(reading.env) : null;
};

const listing = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((each) => `  ${each}`)];

/** A hint for a file that is no whole desk but a valid part of the one in force. */
const partHint = (file: string, text: string, current: unknown, part: boolean): readonly string[] =>
  !part && current !== null && readDeskFile(text, current, { part: true }).ok
    ? [`${file} is valid as a part of the desk in force: add --part.`]
    : [];

const check = async (file: string, part: boolean): Promise<number> => {
  const text = readTextFile(file);
  const inForce = await deskInForce();
  const current = "unread" in inForce ? null : inForce.document;
  const reading = readDeskFile(text, current, { part });
  const alone =
    "unread" in inForce
      ? [
          `${file} was checked on its own, because the desk in force cannot be read: ${inForce.unread.replace(/\.$/, "")}.`,
        ]
      : [];
  if (!reading.ok) {
    complainOf(file, reading.faults);
    return printProblems(...partHint(file, text, current, part), ...alone);
  }
  // Loading the holiday data takes a moment, so only this command does it.
  const { deskWarnings } = await import("./desk/warnings.ts");
  const warnings = deskWarnings(reading.document, platformsHere(), today());
  return say(
    `${file} is right. ${summary(deskOf(reading.document, 0))}`,
    ...warnings.map((each) => `Warning: ${each}.`),
    ...listing("Applying it removes from the desk in force:", reading.removed.lines),
    ...alone,
  );
};

const due = async (file: string): Promise<number> => {
  const reading = readDeskFile(readTextFile(file));
  if (!reading.ok) return complainOf(file, reading.faults);
  await answerDue(deskOf(reading.document, 0), process.stdin, process.stdout);
  return 0;
};

const today = (): string => new Date().toISOString().slice(0, 10);

const replanned = (apply: boolean): Promise<number> =>
  withDatabase(async (database, env) => say(...(await replan(database, (await clockFor(env, database)).now(), apply))));

const apply = (file: string, part: boolean): Promise<number> => {
  const text = readTextFile(file);
  return withDatabase(async (database, env) => {
    let inForce: unknown = null;
    const read = (current: unknown, former: unknown): DeskReading => {
      inForce = current;
      return readDeskFile(text, current, { part, former });
    };
    const applied = await applyDesk(database, read, Date.now());
    if (!applied.ok) {
      complainOf(file, applied.faults);
      return printProblems(...partHint(file, text, inForce, part));
    }
    const cache = createDeskCache(deskOf);
    const desk = await cache.read(database.db);
    if (applied.changed) await offerTicketsOfRemoved({ database, desk: cache });
    await offerTicketsLeft({ database, desk: cache }, (await clockFor(env, database)).now());
    const { removed } = applied.reading;
    return say(
      applied.changed
        ? `${file} is in force as version ${applied.version}.`
        : `${file} changes nothing: version ${applied.version} stays.`,
      ...listing("It removed:", removed.lines),
      ...listing(
        "Open tickets of people and accounts that left are flagged and offered in triage:",
        await openTicketsOfRemoved(database.db, desk, removed),
      ),
    );
  });
};

const exportTo = (file: string | undefined): Promise<number> =>
  withDatabase(async (database, env) => {
    const stored = await readDesk(database.db);
    if (stored === null) return printProblems("No desk file was ever applied.");
    logDisclosure(env, "export", { version: stored.version });
    const text = exportDesk(stored.document);
    if (file === undefined) return say(text.trimEnd());
    writePrivateFile(file, text);
    return say(`${file} now holds version ${stored.version}.`);
  });

const run = async (args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      apply: { type: "boolean" },
      part: { type: "boolean" },
      format: { type: "string" },
    },
  });
  const [command, file, ...rest] = positionals;
  if (values.help === true) return say(usage);
  const part = values.part === true;
  if (part && command !== "check" && command !== "apply") return printProblems(usage);
  if (command === "transcript" && file !== undefined && rest.length === 0 && values.apply === undefined)
    return transcript(file, values.format);
  if (values.format !== undefined) return printProblems(usage);
  if (command === "replan" && file === undefined) return replanned(values.apply === true);
  if (values.apply === true) return printProblems(usage);
  if (command === "move-to-postgres" && file === undefined)
    return (await import("./desk/move-to-postgres.ts")).moveToPostgres(process.env);
  if (command === "holidays" && file !== undefined)
    return say((await import("./desk/holidays.ts")).holidaysText([file, ...rest], new Date().getFullYear()));
  if (rest.length === 0 && command === "export") return exportTo(file);
  if (rest.length === 0 && file !== undefined && command === "check") return check(file, part);
  if (rest.length === 0 && file !== undefined && command === "apply") return apply(file, part);
  if (rest.length === 0 && file !== undefined && command === "due") return due(file);
  const near = command === undefined ? null : nearest(command, commands);
  return near === null || near === command
    ? printProblems(usage)
    : printProblems(`There is no command ${command}: did you mean ${near}?`, "", usage);
};

// The reader of the output may close it early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
writeForOwnerOnly();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = printProblems(error instanceof Error ? error.message : String(error));
}
