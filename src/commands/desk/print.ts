import type { Readable, Writable } from "node:stream";
import { visibleText } from "../../text/shown-text.ts";

// The usage is printed by this file alone. So it imports nothing that takes long to load.

/** What a command reads and writes: that of the process, or of a test. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly out: Writable;
  readonly err: Writable;
}

/** The terminal of this process. */
export const ownTerminal: Terminal = {
  env: process.env,
  // Only the command that reads it opens it.
  get input() {
    return process.stdin;
  },
  out: process.stdout,
  err: process.stderr,
};

/** Prints lines on standard error, with control characters written out, about something that the operator can correct. Returns the exit code. */
export const printProblems = ({ err }: Terminal, ...lines: readonly string[]): 1 => {
  for (const line of lines) err.write(`${visibleText(line)}\n`);
  return 1;
};

/** Prints an answer, with control characters written out. Returns the exit code. */
export const say = ({ out }: Terminal, ...lines: readonly string[]): 0 => {
  for (const line of lines) out.write(`${visibleText(line)}\n`);
  return 0;
};

/** Lines below a heading; none without a line. */
export const listing = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((each) => `  ${each}`)];
