import { isListWord } from "../features/lists/index.ts";
import { looksLikeNumber, ticketNumber } from "../tickets/ticket.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { SubcommandWords, Subcommand, SubcommandTable, TypedLine } from "./subcommand.ts";

/** The result of reading a slash command: a subcommand with its values, or an unknown word. */
export type ReadCommand =
  | { readonly name: string; readonly of: Subcommand["of"]; readonly subcommand: SubcommandWords }
  | { readonly unknown: string };

/** The name of the subcommand with this first word; null if none. */
const nameFor = (word: string, all: SubcommandTable, of: readonly Subcommand["of"][]): string | null => {
  const typed = word.toLowerCase();
  return (
    Object.keys(all).find((name) => all[name]?.words.includes(typed) === true && of.includes(all[name].of)) ?? null
  );
};

const looksLikeTicket = (word: string): boolean => ticketNumber(word) !== null;

const readAs = (name: string, typed: TypedLine, all: SubcommandTable): ReadCommand | null => {
  const found = all[name];
  const subcommand = found?.read(typed) ?? null;
  return found === undefined || subcommand === null ? null : { name, of: found.of, subcommand };
};

const readTicket = (typed: TypedLine, all: SubcommandTable): ReadCommand | null => {
  const { word, rest, text } = typed;
  const name = nameFor(word, all, ["ticket"]);
  const read = name === null ? null : readAs(name, typed, all);
  if (read !== null) return read;
  const alone = rest.length === 0 && looksLikeTicket(word);
  return readAs(alone ? "show" : "open", { word: "", rest: [word, ...rest], text }, all);
};

const readDesk = (typed: TypedLine, all: SubcommandTable): ReadCommand | null => {
  const { word, rest, text } = typed;
  const queue = () => readAs("queue", { word: "", rest: word === "" ? [] : [word, ...rest], text }, all);
  if (rest.length === 0 && looksLikeTicket(word)) return readAs("show", { word: "", rest: [word], text }, all);
  const own = nameFor(word, all, ["desk"]);
  const read = own === null ? null : readAs(own, typed, all);
  if (read !== null) return read;
  const name = nameFor(word, all, ["ticket"]);
  // `/desk tech` lists the tickets of the technical team.
  if (name === null || (isListWord(word) && !rest.some(looksLikeNumber))) return queue();
  return name === "open" ? null : readAs(name, typed, all);
};

/** Reads a slash command. Every text has a result, at least an unknown word. */
export const readCommand = (command: string, text: string, all: SubcommandTable): ReadCommand => {
  const [word = "", ...rest] = cleanLine(text).split(" ");
  const typed = { word, rest, text: cleanText(text) };
  if (command === "ticket") return readTicket(typed, all) ?? { unknown: word };
  return command === "desk" ? (readDesk(typed, all) ?? { unknown: word }) : { unknown: `/${command}` };
};
