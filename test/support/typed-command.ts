import { readCommand } from "../../src/requests/read-command.ts";
import { subcommands } from "../../src/features/surface.ts";

/**
 * The result of reading a slash command as one flat record: the subcommand or the problem under `say`, and its values.
 */
export const typedCommand = (name: string, text: string): Readonly<Record<string, unknown>> => {
  const read = readCommand(name, text, subcommands);
  if ("unknown" in read) return { say: "unknown", word: read.unknown };
  if ("values" in read.subcommand) return { say: read.name, ...read.subcommand.values };
  const { problem, ...named } = read.subcommand.problem;
  return { say: problem, ...named };
};
