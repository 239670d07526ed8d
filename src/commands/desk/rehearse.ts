import { clockFor } from "../../clock.ts";
import { readDesk } from "../../db/desk-store.ts";
import { coverageGaps } from "../../desk/checks/coverage.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { parseDuration } from "../../desk/duration.ts";
import { readDeskFile } from "../../desk/read-desk-file.ts";
import { day, parseInstant, second, type Instant } from "../../sla/instant.ts";
import { readTextFile } from "../../start/read-text-file.ts";
import { rehearse, type RehearsalProgress } from "../../tickets/execute/rehearsal/rehearse.ts";
import { complainOf, partHint, platformsHere } from "./desk-file.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { rehearsalJson, rehearsalLines } from "./rehearsal-text.ts";
import { withDatabase } from "./terminal.ts";

interface RehearseOptions {
  /** Null: 90 days. */
  readonly since: string | null;
  /** Null: text. */
  readonly format: string | null;
  readonly part: boolean;
}

const usually = "P90D";
const formats = ["text", "json"] as const;

/** The moment that a length of time before now or a moment names; null for any other text. A day has 24 hours here. */
const momentOf = (written: string, now: Instant): Instant | null => {
  const length = parseDuration(written);
  return length === null ? parseInstant(written) : now - length.days * day - length.ms;
};

const betweenLines = 2 * second;

/** Prints how far it is on standard error, at most every two seconds. */
const progressOf = ({ err }: Terminal): ((progress: RehearsalProgress) => void) => {
  let printed = performance.now();
  return ({ done, of }) => {
    if (performance.now() - printed < betweenLines) return;
    printed = performance.now();
    err.write(`Rehearsed ${done} of ${of} tickets.\n`);
  };
};

/** Rehearses a desk file on the tickets of the past, and prints what it finds. Returns the exit code. */
export const rehearseFile = (terminal: Terminal, file: string, options: RehearseOptions): Promise<number> => {
  const { part } = options;
  const written = options.since ?? usually;
  const asked = options.format ?? formats[0];
  const text = readTextFile(file);
  const format = formats.find((each) => each === asked);
  if (format === undefined) throw new Error(`--format is "${asked}": expected one of ${formats.join(", ")}.`);
  if (momentOf(written, 0) === null)
    throw new Error(
      `--since is "${written}": expected a length of time such as P90D, or a moment such as 2026-09-01T00:00:00Z.`,
    );
  return withDatabase(terminal, async (database, env) => {
    const stored = await readDesk(database.db);
    const current = stored?.document ?? null;
    const reading = readDeskFile(text, current, { part, former: stored?.former ?? null });
    if (!reading.ok) {
      complainOf(terminal, file, reading.faults);
      return printProblems(terminal, ...partHint(file, text, current, part));
    }
    const desk = deskOf(reading.document, 0);
    const until = (await clockFor(env, database)).now();
    const on = platformsHere(terminal);
    const rehearsal = await rehearse(
      database.db,
      {
        desk,
        zone: desk.timezone,
        since: momentOf(written, until) ?? until,
        until,
        coverage: {
          before: current === null ? [] : coverageGaps(deskOf(current, 0), on),
          after: coverageGaps(desk, on),
        },
      },
      { onProgress: progressOf(terminal) },
    );
    return say(terminal, ...(format === "json" ? [rehearsalJson(rehearsal)] : rehearsalLines(file, rehearsal, desk)));
  });
};
