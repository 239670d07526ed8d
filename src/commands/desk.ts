import { parseArgs } from "node:util";
import { nearest } from "../desk/checks/nearest.ts";
import { writeForOwnerOnly } from "../start/private-files.ts";
import { printProblems, say } from "./desk/print.ts";

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

/** The commands that read a desk. Loading what they need takes half a second, so the usage does without. */
const onDesk = () => import("./desk/desk-file.ts");

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
    return (await import("./desk/transcript.ts")).transcript(file, values.format);
  if (values.format !== undefined) return printProblems(usage);
  if (command === "replan" && file === undefined) return (await onDesk()).replanned(values.apply === true);
  if (values.apply === true) return printProblems(usage);
  if (command === "move-to-postgres" && file === undefined)
    return (await import("./desk/move-to-postgres.ts")).moveToPostgres(process.env);
  if (command === "holidays" && file !== undefined)
    return say((await import("./desk/holidays.ts")).holidaysText([file, ...rest], new Date().getFullYear()));
  if (rest.length === 0 && command === "export") return (await onDesk()).exportTo(file);
  if (rest.length === 0 && file !== undefined && command === "check") return (await onDesk()).check(file, part);
  if (rest.length === 0 && file !== undefined && command === "apply") return (await onDesk()).apply(file, part);
  if (rest.length === 0 && file !== undefined && command === "due") return (await onDesk()).due(file);
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
