import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { applyDesk } from "../tickets/execute/apply-desk.ts";
import { createDeskCache } from "../tickets/execute/desk-cache.ts";
import { offerTicketsLeft, showTicketsLeft } from "../tickets/execute/offer-tickets-left.ts";
import { whatStaysOpen } from "../tickets/execute/what-stays-open.ts";
import { readDesk } from "../db/desk-store.ts";
import { deskFaultSentence, type DeskFault } from "../desk/desk-fault.ts";
import { deskOf } from "../desk/desk-of.ts";
import { exportDesk } from "../desk/export-desk.ts";
import { nearest } from "../desk/checks/nearest.ts";
import type { SwitchedOn } from "../desk/checks/reachable.ts";
import { readDeskFile, type DeskReading } from "../desk/read-desk-file.ts";
import type { Desk } from "../desk/desk.ts";
import { clockFor } from "../clock.ts";
import { platformsOn, readEnv } from "../env.ts";
import { answerDue } from "./desk/due.ts";
import { deskInForce } from "./desk/in-force.ts";
import { replan } from "./desk/replan.ts";
import { writeForOwnerOnly, writePrivateFile } from "../start/private-files.ts";
import { complain, logDisclosure, say, withDatabase } from "./desk/terminal.ts";
import { transcript } from "./desk/transcript.ts";

const usage = `Usage: npm run desk -- COMMAND

  check FILE [--part]
                 says what is wrong with a desk file, and what applying it would remove; nothing is changed
  due FILE       answers questions from standard input, one JSON object a line (use npm run --silent):
                 {"calendar":"office","start":"2026-01-09T16:30:00Z","target":"PT8H","pauses":[["…Z","…Z"]]}
                 says when that is due, with "end" instead of "target" how much has elapsed, and which spans counted
  holidays COUNTRY [REGION] [YEARS…]
                 lists public holidays (ES MD 2026 2027) as lines for a calendar; nothing is changed
  apply FILE [--part]
                 puts it in force as the whole desk: what it does not name is removed, and listed;
                 with --part it is a part of the desk, and what it does not name stays as it is
  export [FILE]  writes the desk in force as a desk file, to FILE or to standard output
  transcript NUMBER [--format md|html|json]
                 writes a ticket from beginning to end, internal notes too, to standard output
  replan [--apply]
                 says which open promises would move if they followed the desk in force; with --apply they do
  move-to-postgres
                 copies the embedded database in DATA_DIR to the empty Postgres of DATABASE_URL; stop Plazo first

apply, export, transcript and replan work on DATABASE_URL, else on the embedded database in DATA_DIR, which a running Plazo keeps to itself.`;

const commands = ["check", "due", "holidays", "apply", "export", "transcript", "replan", "move-to-postgres"];

const complainOf = (file: string, faults: readonly DeskFault[]): 1 =>
  complain(
    `${file} has ${faults.length === 1 ? "one fault" : `${faults.length} faults`}, so it cannot be applied:`,
    ...faults.map((each) => `  ${deskFaultSentence(each)}`),
  );

const summary = (desk: Desk): string => {
  const counted = (section: "calendars" | "plans" | "people" | "accounts"): string =>
    `${section}: ${Object.keys(desk[section]).length}`;
  const steps = desk.ladder
    .filter(({ clocks }) => clocks.some((each) => each !== "tech"))
    .map(({ when }) => (when.by === "used" ? `${when.percent}%` : `${when.ms / 60_000} min before`))
    .join(", ");
  return `${desk.name}: ${counted("calendars")}, ${counted("plans")}, ${counted("people")}, ${counted("accounts")}; reminders at ${steps}.`;
};

/** A file's text. Throws a sentence where it cannot be read. */
const readText = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = isMissing ? "there is no such file" : error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${why}.`, { cause: error });
  }
};

/** A file may be written where none of its platforms is: then nothing is known of them. */
const platformsHere = (): SwitchedOn => {
  const reading = readEnv(process.env);
  if (!reading.ok) return null;
  const isKnown = Object.values(reading.env.platforms).some(({ kind }) => kind !== "demo");
  return isKnown ? platformsOn(reading.env) : null;
};

const listing = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((each) => `  ${each}`)];

/** A file that is no whole desk may well be a part of the one in force. */
const partHint = (file: string, text: string, current: unknown, part: boolean): readonly string[] =>
  !part && current !== null && readDeskFile(text, current, { part: true }).ok
    ? [`${file} is right as a part of the desk in force: add --part.`]
    : [];

const check = async (file: string, part: boolean): Promise<number> => {
  const text = readText(file);
  const inForce = await deskInForce();
  const current = "unread" in inForce ? null : inForce.document;
  const reading = readDeskFile(text, current, { part });
  const alone =
    "unread" in inForce
      ? [`${file} was judged by itself, since the desk in force cannot be read: ${inForce.unread.replace(/\.$/, "")}.`]
      : [];
  if (!reading.ok) {
    complainOf(file, reading.faults);
    return complain(...partHint(file, text, current, part), ...alone);
  }
  // The holidays of the world take a moment to load, which the other commands need not wait for.
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
  const reading = readDeskFile(readText(file));
  if (!reading.ok) return complainOf(file, reading.faults);
  await answerDue(deskOf(reading.document, 0), process.stdin, process.stdout);
  return 0;
};

const today = (): string => new Date().toISOString().slice(0, 10);

const replanned = (apply: boolean): Promise<number> =>
  withDatabase(async (database, env) => say(...(await replan(database, (await clockFor(env, database)).now(), apply))));

const apply = (file: string, part: boolean): Promise<number> => {
  const text = readText(file);
  return withDatabase(async (database, env) => {
    let inForce: unknown = null;
    const read = (current: unknown, former: unknown): DeskReading => {
      inForce = current;
      return readDeskFile(text, current, { part, former });
    };
    const applied = await applyDesk(database, read, Date.now());
    if (!applied.ok) {
      complainOf(file, applied.faults);
      return complain(...partHint(file, text, inForce, part));
    }
    const cache = createDeskCache(deskOf);
    const desk = await cache.read(database.db);
    if (applied.changed) await showTicketsLeft({ database, desk: cache });
    await offerTicketsLeft({ database, desk: cache }, (await clockFor(env, database)).now());
    const { removed } = applied.reading;
    return say(
      applied.changed
        ? `${file} is in force as version ${applied.version}.`
        : `${file} changes nothing: version ${applied.version} stays.`,
      ...listing("It removed:", removed.lines),
      ...listing(
        "Open tickets of those who left are flagged and on offer in triage:",
        await whatStaysOpen(database.db, desk, removed),
      ),
    );
  });
};

const exportTo = (file: string | undefined): Promise<number> =>
  withDatabase(async (database, env) => {
    const stored = await readDesk(database.db);
    if (stored === null) return complain("No desk file was ever applied.");
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
  if (part && command !== "check" && command !== "apply") return complain(usage);
  if (command === "transcript" && file !== undefined && rest.length === 0 && values.apply === undefined)
    return transcript(file, values.format);
  if (values.format !== undefined) return complain(usage);
  if (command === "replan" && file === undefined) return replanned(values.apply === true);
  if (values.apply === true) return complain(usage);
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
    ? complain(usage)
    : complain(`There is no command ${command}: did you mean ${near}?`, "", usage);
};

// Whoever reads us may have had enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
writeForOwnerOnly();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error));
}
