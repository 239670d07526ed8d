import type { MeantCommand } from "../features/help/did-you-mean-card.ts";
import { transcriptFormats, type TranscriptFormat } from "../features/transcript/transcript-file.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { looksLikeNumber, ticketNumber } from "../chat/ticket-number.ts";

/** What somebody typed after `/ticket` or `/desk`. */
export type TypedCommand =
  | { readonly say: "open"; readonly title: string }
  /** Which list the words name depends on the desk. */
  | { readonly say: "list"; readonly words: readonly string[] }
  | { readonly say: "show" | "history"; readonly number: number }
  | { readonly say: "transcript"; readonly number: number; readonly format: TranscriptFormat }
  | { readonly say: "close" | "reopen"; readonly number: number }
  | { readonly say: "tech"; readonly number: number; readonly text: string }
  | { readonly say: "reply"; readonly number: number; readonly text: string }
  | { readonly say: "escalate"; readonly number: number; readonly why: string }
  | { readonly say: "call"; readonly number: number; readonly text: string }
  | { readonly say: "manager" }
  | { readonly say: "consulting"; readonly topic: string }
  | { readonly say: "merge" | "link"; readonly number: number; readonly other: number }
  | { readonly say: "whichTwo"; readonly word: string }
  | { readonly say: "queue"; readonly words: readonly string[] }
  | { readonly say: "out"; readonly until: string }
  | { readonly say: "back" }
  /** `switch` is what follows it; empty where the person asks how it stands. */
  | { readonly say: "notify"; readonly switch: string }
  | { readonly say: "help" }
  | { readonly say: "whichTicket"; readonly word: string }
  | { readonly say: "badNumber"; readonly word: string; readonly text: string }
  | { readonly say: "unknown"; readonly word: string };

export type Verb = MeantCommand["verb"];

/** The first words of the commands. */
export const verbs = new Map<string, Verb>([
  ["new", "new"],
  ["nuevo", "new"],
  ["novo", "new"],
  ["list", "list"],
  ["lista", "list"],
  ["show", "show"],
  ["ver", "show"],
  ["close", "close"],
  ["cerrar", "close"],
  ["fechar", "close"],
  ["reopen", "reopen"],
  ["reabrir", "reopen"],
  ["escalate", "escalate"],
  ["escalar", "escalate"],
  ["call", "call"],
  ["llamada", "call"],
  ["llamar", "call"],
  ["chamada", "call"],
  ["manager", "manager"],
  ["responsable", "manager"],
  ["gestor", "manager"],
  ["consulting", "consulting"],
  ["consultoría", "consulting"],
  ["consultoria", "consulting"],
  ["history", "history"],
  ["historia", "history"],
  ["historial", "history"],
  ["histórico", "history"],
  ["historico", "history"],
  ["tech", "tech"],
  ["técnico", "tech"],
  ["tecnico", "tech"],
  ["transcript", "transcript"],
  ["transcripción", "transcript"],
  ["transcripcion", "transcript"],
  ["transcrição", "transcript"],
  ["transcricao", "transcript"],
  ["reply", "reply"],
  ["responder", "reply"],
  ["merge", "merge"],
  ["unir", "merge"],
  ["link", "link"],
  ["relacionar", "link"],
  ["help", "help"],
  ["ayuda", "help"],
  ["ajuda", "help"],
  ["?", "help"],
]);

interface TicketInCommand {
  readonly say: "named";
  readonly number: number;
  readonly words: string;
}

const aboutTicket = (
  say: "show" | "close" | "reopen" | "history" | "transcript",
  word: string,
  rest: readonly string[],
): TypedCommand | null => {
  const [named, ...more] = rest;
  if (named === undefined) return { say: "whichTicket", word };
  if (more.length > 0 || !looksLikeNumber(named)) return null;
  const number = ticketNumber(named);
  if (number === null) return { say: "badNumber", word, text: named };
  return say === "transcript" ? { say, number, format: transcriptFormats[0] } : { say, number };
};

/** Without a format it is the usual one; "transcript of the call is missing" is a title. */
const transcript = (word: string, rest: readonly string[]): TypedCommand | null => {
  const [named, format = transcriptFormats[0], ...more] = rest;
  const about = aboutTicket("transcript", word, named === undefined ? [] : [named]);
  const known = transcriptFormats.find((each) => each === format.toLowerCase());
  if (about === null || more.length > 0 || known === undefined) return null;
  return about.say === "transcript" ? { ...about, format: known } : about;
};

/** A ticket and some words about it; without a number at all the words have another shape. */
const withWords = (
  word: string,
  rest: readonly string[],
): Extract<TypedCommand, { say: "whichTicket" | "badNumber" }> | TicketInCommand | null => {
  const [named, ...words] = rest;
  if (named === undefined) return { say: "whichTicket", word };
  if (!looksLikeNumber(named)) return null;
  const number = ticketNumber(named);
  return number === null ? { say: "badNumber", word, text: named } : { say: "named", number, words: words.join(" ") };
};

/** What follows the number is what the reply begins with, as it was typed. */
const replying = (word: string, rest: readonly string[], text: string): TypedCommand | null => {
  const [named = ""] = rest;
  const said = aboutTicket("show", word, rest.slice(0, 1));
  if (said?.say !== "show") return said;
  return {
    say: "reply",
    number: said.number,
    text: text.slice(text.indexOf(named, word.length) + named.length).trim(),
  };
};

/** What people put between two numbers. */
const between: readonly string[] = ["into", "with", "and", "to", "a", "en", "con", "y", "em", "com", "e"];

/** Two tickets; "link is broken" is a title. */
const two = (say: "merge" | "link", word: string, rest: readonly string[]): TypedCommand | null => {
  const named = rest.filter((each, index) => index !== 1 || !between.includes(each.toLowerCase()));
  if (rest.length > 3 || named.length > 2 || !named.every(looksLikeNumber)) return null;
  const [number = null, other = null] = named.map(ticketNumber);
  return number === null || other === null ? { say: "whichTwo", word } : { say, number, other };
};

/** A subcommand, where the words have the shape of one; "close captions are missing" has not. */
const subcommand = (
  verb: Verb | undefined,
  word: string,
  rest: readonly string[],
  text: string,
): TypedCommand | null => {
  switch (verb) {
    case undefined:
      return null;
    case "new":
      // "New release broke login" is a title.
      return word === word.toLowerCase() ? { say: "open", title: rest.join(" ") } : null;
    case "list":
      return { say: "list", words: rest };
    case "transcript":
      return transcript(word, rest);
    case "reply":
      return replying(word, rest, text);
    case "escalate": {
      const found = withWords(word, rest);
      return found?.say === "named" ? { say: "escalate", number: found.number, why: found.words } : found;
    }
    case "call": {
      const found = withWords(word, rest);
      return found?.say === "named" ? { say: "call", number: found.number, text: found.words } : found;
    }
    case "consulting":
      // "Consulting page is blank" is a title.
      return word === word.toLowerCase() ? { say: "consulting", topic: rest.join(" ") } : null;
    case "merge":
    case "link":
      return two(verb, word, rest);
    case "manager":
      return rest.length === 0 ? { say: "manager" } : null;
    case "help":
      return rest.length === 0 ? { say: "help" } : null;
    case "tech": {
      const found = withWords(word, rest);
      return found?.say === "named" ? { say: "tech", number: found.number, text: found.words } : found;
    }
    default:
      return aboutTicket(verb, word, rest);
  }
};

const readTicket = (line: string, word: string, rest: readonly string[], text: string): TypedCommand => {
  const said = subcommand(verbs.get(word.toLowerCase()), word, rest, text);
  if (said !== null) return said;
  const number = rest.length === 0 ? ticketNumber(word) : null;
  return number === null ? { say: "open", title: line } : { say: "show", number };
};

const outWords: readonly string[] = ["out", "fuera", "fora"];
const backWords: readonly string[] = ["back", "vuelvo", "regresso"];
const notifyWords: readonly string[] = ["notify", "notificaciones", "notificações", "notificacoes"];

const readDesk = (word: string, rest: readonly string[]): TypedCommand => {
  if (word === "") return { say: "queue", words: [] };
  if (outWords.includes(word.toLowerCase())) return { say: "out", until: rest.join(" ") };
  if (backWords.includes(word.toLowerCase()) && rest.length === 0) return { say: "back" };
  if (notifyWords.includes(word.toLowerCase())) return { say: "notify", switch: rest.join(" ") };
  const verb = verbs.get(word.toLowerCase());
  if (verb === undefined || (verb === "tech" && rest.every((each) => !looksLikeNumber(each))))
    return { say: "queue", words: [word, ...rest] };
  return verb === "new" ? { say: "unknown", word } : (subcommand(verb, word, rest, "") ?? { say: "unknown", word });
};

/** Reads a slash command. Total: whatever was typed means something, if only "I do not know that word". */
export const readCommand = (name: string, text: string): TypedCommand => {
  const line = cleanLine(text);
  const [word = "", ...rest] = line.split(" ");
  if (name === "ticket") return readTicket(line, word, rest, cleanText(text));
  return name === "desk" ? readDesk(word, rest) : { say: "unknown", word: `/${name}` };
};
