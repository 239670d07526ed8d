import { deskFaultSentence, visibleText, type DeskFault } from "../../desk/desk-fault.ts";

// The usage is printed by this file alone. So it imports nothing that takes long to load.

/** Prints lines on standard error, with control characters written out, about something that the operator can correct. Returns the exit code. */
export const printProblems = (...lines: readonly string[]): 1 => {
  for (const line of lines) process.stderr.write(`${visibleText(line)}\n`);
  return 1;
};

/** Prints an answer, with control characters written out. Returns the exit code. */
export const say = (...lines: readonly string[]): 0 => {
  for (const line of lines) process.stdout.write(`${visibleText(line)}\n`);
  return 0;
};

/** Lines below a heading; none without a line. */
export const listing = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((each) => `  ${each}`)];

/** Prints every fault of a desk file. */
export const complainOf = (file: string, faults: readonly DeskFault[]): 1 =>
  printProblems(
    `${file} has ${faults.length === 1 ? "one fault" : `${faults.length} faults`}, so it cannot be applied:`,
    ...faults.map((each) => `  ${deskFaultSentence(each)}`),
  );
