import { lastListPage, listPlaceOf, openTickets, type ListFilter, type ListKind } from "../../tickets/list-filter.ts";
import type { Severity } from "../../sla/severity.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { longestName, nameMatches, type NamedThing } from "../../text/name-matches.ts";
import { bare } from "../../text/similar-words.ts";
import { factNamed, factOf } from "../ticket-facts.ts";

const kinds = new Map<string, ListKind>([
  ...(["mine", "mios", "meus"] as const).map((word) => [word, "mine"] as const),
  ...(["open", "abiertos", "abertos"] as const).map((word) => [word, "open"] as const),
  ...(["due", "vencen", "vencem"] as const).map((word) => [word, "due"] as const),
  ...(["overdue", "missed", "vencidos", "incumplidos", "atrasados", "perdidos"] as const).map(
    (word) => [word, "overdue"] as const,
  ),
  ...(["all", "todos"] as const).map((word) => [word, "all"] as const),
  ...(["waiting", "esperando", "espera"] as const).map((word) => [word, "waiting"] as const),
  ...(["resolved", "closed", "solved", "resueltos", "cerrados", "resolvidos", "fechados"] as const).map(
    (word) => [word, "resolved"] as const,
  ),
]);

const severityWords = new Map<string, Severity>([
  ...(["critical", "critica", "criticos", "critico"] as const).map((word) => [word, "critical"] as const),
  ...(["high", "alta", "altos"] as const).map((word) => [word, "high"] as const),
  ...(["medium", "media", "medios"] as const).map((word) => [word, "medium"] as const),
  ...(["low", "baja", "bajos", "baixa", "baixos"] as const).map((word) => [word, "low"] as const),
]);

const unassignedWords: readonly string[] = ["unassigned", "libres", "nadie", "nobody", "livres", "ninguem"];
const techWords: readonly string[] = ["tech", "tecnico"];
const pageWords: readonly string[] = ["page", "pagina", "pag"];
/** Words that do not narrow the list. */
const fillers: readonly string[] = [
  "tickets",
  "of",
  "for",
  "and",
  "de",
  "del",
  "para",
  "y",
  "in",
  "en",
  "gravedad",
  "do",
  "da",
  "e",
  "em",
  "gravidade",
  "severity",
];

/** Whether a word names a list, whatever the desk calls its people and accounts. */
export const isListWord = (word: string): boolean => {
  const plain = bare(word);
  return kinds.has(plain) || severityWords.has(plain) || unassignedWords.includes(plain) || techWords.includes(plain);
};

type Narrowed = Partial<ListFilter> | null;

/** Who asks for a list, and of which desk. */
export type ListAsker = Pick<RequestContext, "desk" | "principal">;

/** No list needs more words. Each word is compared with every account and person of the desk. */
const maxWords = 30;

const pageOf = (text: string): number | null => {
  const page = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return page >= 1 ? Math.min(page, lastListPage) : null;
};

/** The only thing that a text may name; null if there is none or several. */
const named = (words: string, things: readonly NamedThing[]): string | null => {
  const [found, ...others] = nameMatches(words, things);
  return found === undefined || others.length > 0 ? null : found.key;
};

/** Staff may name every account and person, customers only their own account. */
export const nameable = ({
  desk,
  principal,
}: ListAsker): { readonly accounts: readonly NamedThing[]; readonly people: readonly NamedThing[] } =>
  principal.is === "staff"
    ? { accounts: Object.values(desk.accounts), people: Object.values(desk.people) }
    : { accounts: principal.account === null ? [] : [principal.account], people: [] };

/** Everyone may name facts. */
const byName = (typed: string, asker: ListAsker): Narrowed => {
  const { desk } = asker;
  const { accounts, people } = nameable(asker);
  const [, kind = "", key] = /^(\w+):(.+)$/.exec(typed) ?? [];
  if (key !== undefined && ["account", "person"].includes(kind)) {
    const found = (kind === "account" ? accounts : people).find((each) => each.key === key);
    return found === undefined ? null : kind === "account" ? { account: key } : { person: key };
  }
  const written = key === undefined ? null : factOf(kind, key, desk);
  if (written !== null) return { facts: written };
  const account = named(typed, accounts);
  if (account !== null) return { account };
  const person = named(typed, people);
  if (person !== null) return { person };
  const facts = factNamed(desk, (options) => named(typed, options));
  return facts === null ? null : { facts };
};

/**
 * The meaning of a single word. Customers do not see who works on their tickets, so `unassigned` and `tech` are for
 * staff. Missed targets alone would tell customers of the technical team's, so they see those that are due soon as well.
 */
const byWord = (word: string, { principal }: ListAsker): Narrowed => {
  const plain = bare(word);
  const which = kinds.get(plain);
  if (which !== undefined) return { which: which === "overdue" && principal.is !== "staff" ? "due" : which };
  const severity = severityWords.get(plain);
  if (severity !== undefined) return { severity };
  const page = /^page:(.*)$/.exec(plain)?.[1];
  if (page !== undefined) return numbered(page);
  const place = listPlaceOf(word);
  if (place !== null) return { place };
  if (fillers.includes(plain)) return {};
  if (principal.is !== "staff") return null;
  if (unassignedWords.includes(plain)) return { unassigned: true };
  return techWords.includes(plain) ? { tech: true } : null;
};

const numbered = (text: string): Narrowed => {
  const page = pageOf(text);
  return page === null ? null : { page };
};

/** Every word by which a list is asked for, except names. */
export const listWords: readonly string[] = [
  ...kinds.keys(),
  ...severityWords.keys(),
  ...unassignedWords,
  ...techWords,
];

/**
 * The list that the words after `list` or `/desk` name, in any order: `acme high page 2`. If a word has no meaning here that
 * this person may see, where it stands.
 */
export const readList = (typed: readonly string[], context: ListAsker): ListFilter | { readonly unclearAt: number } => {
  if (typed.length > maxWords) return { unclearAt: maxWords };
  let filter = openTickets;
  let at = 0;
  while (at < typed.length) {
    const [word = "", next = ""] = typed.slice(at, at + 2);
    let taken = 1;
    let found: Narrowed;
    if (pageWords.includes(bare(word))) {
      found = numbered(next);
      taken = 2;
    } else if (
      /^(?:sin asignar|sem atribuicao)$/.test(`${bare(word)} ${bare(next)}`) &&
      context.principal.is === "staff"
    ) {
      found = { unassigned: true };
      taken = 2;
    } else {
      found = byWord(word, context);
      for (let size = Math.min(longestName, typed.length - at); found === null && size > 0; size -= 1) {
        found = byName(typed.slice(at, at + size).join(" "), context);
        taken = size;
      }
    }
    if (found === null) return { unclearAt: at };
    filter = { ...filter, ...found, facts: { ...filter.facts, ...found.facts } };
    at += taken;
  }
  return filter;
};

/** The same; null if a word has no meaning. */
export const readListFilter = (typed: readonly string[], context: ListAsker): ListFilter | null => {
  const read = readList(typed, context);
  return "unclearAt" in read ? null : read;
};
