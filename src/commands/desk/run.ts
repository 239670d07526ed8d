import { parseArgs } from "node:util";
import { nearest } from "../../desk/checks/nearest.ts";
import { printProblems, say, type Terminal } from "./print.ts";

const usage = `Usage: npm run desk -- COMMAND

  check FILE [--part]
                 lists the faults of a desk file and what applying it would remove; changes nothing
  due FILE       answers questions from standard input, one JSON object per line (use npm run --silent):
                 {"calendar":"office","start":"2026-01-09T16:30:00Z","target":"PT8H","pauses":[["…Z","…Z"]]}
                 prints the due time and the spans that counted; with "end" instead of "target", the time used
  rehearse FILE [--since P90D] [--format text|json] [--part]
                 tells how the tickets of the past days would have gone under a desk file, and which reminders
                 would have come; changes nothing
  holidays COUNTRY [REGION] [YEARS…]
                 prints public holidays (ES MD 2026 2027) as lines for a calendar; changes nothing
  apply FILE [--part]
                 puts the file in force as the whole desk; removes and lists what it does not name;
                 with --part the file is a part of the desk, and everything else stays
  export [FILE]  writes the desk in force as a desk file to FILE, or prints it
  transcript NUMBER [--format md|html|json]
                 prints a whole ticket, including internal notes
  report [PERIOD] [--from DAY --to DAY] [--account KEY] [--area KEY] [--manager PERSON] [--agent PERSON]
         [--format text|html|csv|json|pdf] [--figures]
                 prints how targets were kept: of the clocks that were due last month, or in PERIOD (last week,
                 this quarter, 2026-10, 2026-Q3), and the other figures of the web desk's report;
                 html and pdf are a document with charts, to print or to send; csv has a line for each clock;
                 json has the clocks of each account, and with --figures all figures
  statement ACCOUNT [PERIOD] [--format text|html|pdf|json]
                 prints the statement of an account for last month, or for PERIOD, in the account's language:
                 what was sent, else the draft; changes nothing (a PDF needs npm run --silent and > FILE)
  replan [--apply]
                 lists the open targets that would move under the desk in force; with --apply moves them
  outcomes [--apply]
                 compares how each clock ended, as reports count it, with the events of its ticket;
                 with --apply makes what differs again
  retry [--apply]
                 lists what Plazo put aside because it failed too often (plazo_inbox_parked); with --apply
                 processes it again
  admin PERSON   makes a person of the desk an admin, and prints a link that signs them in to the web desk once
  move-to-postgres
                 copies the embedded database in DATA_DIR to the empty Postgres in DATABASE_URL; stop Plazo first

admin, apply, export, rehearse, transcript, outcomes, replan, report, statement and retry use DATABASE_URL, or else the embedded database in DATA_DIR, which a running Plazo locks.`;

const commands = [
  "check",
  "due",
  "rehearse",
  "holidays",
  "apply",
  "export",
  "transcript",
  "replan",
  "report",
  "statement",
  "outcomes",
  "retry",
  "admin",
  "move-to-postgres",
];

/** The commands that read a desk. Loading what they need takes half a second, so the usage does without. */
const onDesk = () => import("./desk-file.ts");

const run = async (terminal: Terminal, args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      apply: { type: "boolean" },
      part: { type: "boolean" },
      format: { type: "string" },
      since: { type: "string" },
      account: { type: "string" },
      area: { type: "string" },
      manager: { type: "string" },
      agent: { type: "string" },
      figures: { type: "boolean" },
      from: { type: "string" },
      to: { type: "string" },
    },
  });
  const [command, file, ...rest] = positionals;
  if (values.help === true) return say(terminal, usage);
  const part = values.part === true;
  if (command === "rehearse" && file !== undefined && rest.length === 0 && values.apply === undefined)
    return (await import("./rehearse.ts")).rehearseFile(terminal, file, {
      since: values.since ?? null,
      format: values.format ?? null,
      part,
    });
  const { account, area, manager, agent, from, to, format, figures } = values;
  if (command === "report" && !part && values.apply === undefined && values.since === undefined) {
    const words = positionals.slice(1).join(" ");
    const asked = { words, account, area, manager, agent, from, to, format, figures: figures === true };
    return (await import("./report.ts")).report(terminal, asked);
  }
  if ([area, manager, agent, figures].some((each) => each !== undefined)) return printProblems(terminal, usage);
  if (
    command === "statement" &&
    file !== undefined &&
    !part &&
    [values.apply, values.since, account, from, to].every((each) => each === undefined)
  )
    return (await import("./statement.ts")).statement(terminal, { account: file, words: rest.join(" "), format });
  if (account !== undefined || from !== undefined || to !== undefined) return printProblems(terminal, usage);
  if (part && command !== "check" && command !== "apply") return printProblems(terminal, usage);
  if (values.since !== undefined) return printProblems(terminal, usage);
  if (command === "transcript" && file !== undefined && rest.length === 0 && values.apply === undefined)
    return (await import("./transcript.ts")).transcript(terminal, file, values.format);
  if (values.format !== undefined) return printProblems(terminal, usage);
  if (command === "replan" && file === undefined) return (await onDesk()).replanned(terminal, values.apply === true);
  if (command === "outcomes" && file === undefined)
    return (await import("./outcomes.ts")).outcomes(terminal, values.apply === true);
  if (command === "retry" && file === undefined)
    return (await import("./retry.ts")).retry(terminal, values.apply === true);
  if (values.apply === true) return printProblems(terminal, usage);
  if (command === "move-to-postgres" && file === undefined)
    return (await import("./move-to-postgres.ts")).moveToPostgres(terminal);
  if (command === "holidays" && file !== undefined)
    return say(terminal, (await import("./holidays.ts")).holidaysText([file, ...rest], new Date().getFullYear()));
  if (rest.length === 0 && file !== undefined && command === "admin")
    return (await import("./admin.ts")).makeAdmin(terminal, file);
  if (rest.length === 0 && command === "export") return (await onDesk()).exportTo(terminal, file);
  if (rest.length === 0 && file !== undefined && command === "check")
    return (await onDesk()).check(terminal, file, part);
  if (rest.length === 0 && file !== undefined && command === "apply")
    return (await onDesk()).apply(terminal, file, part);
  if (rest.length === 0 && file !== undefined && command === "due") return (await onDesk()).due(terminal, file);
  const near = command === undefined ? null : nearest(command, commands);
  return near === null || near === command
    ? printProblems(terminal, usage)
    : printProblems(terminal, `There is no command ${command}: did you mean ${near}?`, "", usage);
};

/** Runs the command line `desk`, and returns its exit code. */
export const runDesk = async (terminal: Terminal, args: readonly string[]): Promise<number> => {
  try {
    return await run(terminal, args);
  } catch (error) {
    return printProblems(terminal, error instanceof Error ? error.message : String(error));
  }
};
