import type { RequestContext } from "../../requests/request-context.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { looksLikeNumber, ticketNumber } from "../../chat/ticket-number.ts";
import { verbs, type Verb } from "../../requests/read-command.ts";
import type { MeantCommand } from "./did-you-mean-card.ts";
import { isListWord } from "../lists/list-words.ts";
import { bare, nearWords } from "./near-word.ts";

/** What people type for a command of ours that is called something else. */
const otherWords: Readonly<Partial<Record<Verb, string>>> = {
  list: "search find filter queue tickets buscar filtrar cola listar procurar fila",
  show:
    "view get info details status claim take assign reassign note severity " +
    "estado mostrar detalles tomar coger reclamar asignar nota gravedad " +
    "detalhes assumir atribuir gravidade",
  close:
    "resolve resolved solve solved done finish delete cancel resolver resuelto solucionar terminar borrar cancelar " +
    "resolvido apagar",
  reply: "answer respond write contestar escribir escrever",
  merge: "duplicate join fusionar duplicado fundir juntar",
  transcript: "export download exportar descargar descarregar",
  call: "phone teléfono telefone ligar",
};

const verbsByOtherWord = new Map(
  (Object.keys(otherWords) as Verb[]).flatMap((verb) =>
    (otherWords[verb] ?? "").split(" ").map((word) => [bare(word), verb] as const),
  ),
);

/** What customers are offered of it. */
const customersVerbs: readonly Verb[] = [
  ...(["list", "show", "close", "reopen", "escalate", "call", "manager", "consulting", "transcript", "help"] as const),
];

/** The commands that a first word may have been meant as, the likeliest first. */
const verbsMeant = (word: string): readonly Verb[] => {
  const known = verbs.get(word.toLowerCase());
  const other = verbsByOtherWord.get(bare(word));
  const near = nearWords(word, verbs.keys()).flatMap((each) => verbs.get(each) ?? []);
  const nearOther = nearWords(word, verbsByOtherWord.keys()).flatMap((each) => verbsByOtherWord.get(each) ?? []);
  const exact = [...(known === undefined ? [] : [known]), ...(other === undefined ? [] : [other])];
  const all = exact.length > 0 ? exact : [...near, ...(near.length > 0 ? [] : nearOther)];
  return [...new Set(all)].filter((verb) => verb !== "new");
};

/** How many commands are suggested at most. */
const suggestedAtMost = 3;

const aboutTickets: readonly Verb[] = [
  "show",
  "close",
  "reopen",
  "escalate",
  "call",
  "transcript",
  "tech",
  "reply",
  "history",
];

/** Every ticket that was named gets its own command, since a command is about one ticket. */
const commandsFor = (verb: Verb, numbers: readonly number[]): readonly MeantCommand[] =>
  aboutTickets.includes(verb) && numbers.length > 0
    ? numbers.map((number) => ({ verb, number }))
    : [{ verb, number: null }];

/** Words that stand with a command, and in no sentence: numbers of tickets, and the lists there are. */
const belongsToCommand = (word: string): boolean => looksLikeNumber(word) || isListWord(word);

/** What may have been meant by a line that is no command; null where it is a title, and a form is to be opened. */
export interface Doubt {
  readonly word: string;
  readonly title: string;
  readonly commands: readonly MeantCommand[];
}

/**
 * Whether a line after `/ticket` is to be asked about before a form opens. Staff are always asked: they rarely open tickets,
 * and type `/ticket new` where they do. Customers are asked only where the line looks like a command that is misspelt.
 */
export const doubtAbout = (text: string, { principal }: Pick<RequestContext, "principal">): Doubt | null => {
  const title = cleanLine(text);
  const [word = "", ...rest] = title.split(" ");
  if (word === "" || (verbs.get(word.toLowerCase()) === "new" && word === word.toLowerCase())) return null;
  const isStaff = principal.is === "staff";
  const first = ticketNumber(word);
  const numbers = [word, ...rest].flatMap((each) => (looksLikeNumber(each) ? (ticketNumber(each) ?? []) : []));
  const list: readonly Verb[] = isListWord(word) ? ["list"] : [];
  const meant = [...(first === null ? verbsMeant(word) : (["show"] as const)), ...list].filter(
    (verb) => isStaff || customersVerbs.includes(verb),
  );
  const isShortList = verbs.get(word.toLowerCase()) === "list" && rest.length <= 2;
  if (!isStaff && !isShortList && (meant.length === 0 || !rest.every(belongsToCommand))) return null;
  const commands = meant.flatMap((verb) => commandsFor(verb, [...new Set(numbers)])).slice(0, suggestedAtMost);
  return { word, title, commands };
};
