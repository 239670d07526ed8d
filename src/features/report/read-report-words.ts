import { locales, type Desk, type Person } from "../../desk/desk.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { ReportedOnly } from "../../requests/intent.ts";
import { englishPeriod } from "../../reports/english-period.ts";
import { readPeriod } from "../../reports/period.ts";
import type { Instant } from "../../sla/instant.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { bare } from "../../text/similar-words.ts";
import { longestName, nameMatches } from "../../text/name-matches.ts";

/** Who asks for a report, of which desk, and when. */
export interface ReportAsker {
  readonly desk: Desk;
  readonly principal: RequestContext["principal"];
  readonly now: Instant;
}

/** An account, person or area as people call it, and what a report of it counts. */
export interface NamedReport {
  readonly key: string;
  readonly name: string;
  readonly only: ReportedOnly;
}

/** What the words after `/desk report` name. */
export interface ReportWords {
  /** Words for `readPeriod`; null if no period was named. */
  readonly period: string | null;
  /** What is counted; null if nothing was named. */
  readonly only: ReportedOnly | null;
}

type Kind = "account" | "manager" | "agent" | "area";

/** Words before a name that say what it is. */
const kinds = new Map<string, Kind>([
  ...(["account", "cuenta", "conta"] as const).map((word) => [word, "account"] as const),
  ...(["manager", "gerente"] as const).map((word) => [word, "manager"] as const),
  ...(["agent", "agente", "assignee", "responsavel", "asignado"] as const).map((word) => [word, "agent"] as const),
  ...(["area"] as const).map((word) => [word, "area"] as const),
]);

/** Words for a report of everything. */
const alls: readonly string[] = ["all", "everything", "todo", "todos", "todas", "tudo"];

/** Words for what is a person's own: their accounts, or their tickets. */
const mines: readonly string[] = ["mine", "me", "mios", "mis", "meus", "minhas"];

/** Words between the others that say nothing. */
const fillers: readonly string[] = ["for", "of", "and", "de", "del", "para", "por", "y", "e", "do", "da", "dos", "das"];

/** No report needs more words. Each is compared with every name of the desk. */
export const maxWords = 20;

/** The longest period, in words: "en la semana pasada". */
const longestPeriod = 4;

/** Whether a person is the account manager of an account. */
export const managesAccounts = ({ accounts }: Desk, { key }: Person): boolean =>
  Object.values(accounts).some(({ manager }) => manager === key);

const namesOf = ({ desk }: Pick<ReportAsker, "desk">): Readonly<Record<Kind, readonly NamedReport[]>> => ({
  account: Object.values(desk.accounts).map(({ key, name }) => ({ key, name, only: { account: key } })),
  manager: Object.values(desk.people).map(({ key, name }) => ({ key, name, only: { manager: key } })),
  agent: Object.values(desk.people).map(({ key, name }) => ({ key, name, only: { agent: key } })),
  area: Object.values(desk.areas).flatMap(({ key, title }) =>
    locales.map((locale) => ({ key, name: title[locale], only: { area: key } })),
  ),
});

/** Every name once: of a person who manages accounts the report counts these accounts, of another one their own tickets. */
export const reportNames = (asker: Pick<ReportAsker, "desk">): readonly NamedReport[] => {
  const { account, manager, agent, area } = namesOf(asker);
  const isManager = ({ key }: NamedReport): boolean => {
    const person = asker.desk.people[key];
    return person !== undefined && managesAccounts(asker.desk, person);
  };
  return [...account, ...manager.filter(isManager), ...agent.filter((each) => !isManager(each)), ...area];
};

const sameOnly = (one: NamedReport, other: NamedReport): boolean =>
  JSON.stringify(one.only) === JSON.stringify(other.only);

/** The reports that words name: by key or whole name, else by a word of the name or its beginning. */
export const reportsNamed = (words: string, names: readonly NamedReport[]): readonly NamedReport[] => {
  const typed = bare(words);
  const exact = names.filter(({ key, name }) => bare(key) === typed || bare(name) === typed);
  const found = exact.length > 0 ? exact : nameMatches(words, names);
  return found.filter((each, at) => found.findIndex((other) => sameOnly(each, other)) === at);
};

/** A period at the beginning of the words, and how many of them it takes. */
const periodAt = (
  words: readonly string[],
  { desk, now }: ReportAsker,
): { readonly period: string; readonly taken: number } | null => {
  for (let size = Math.min(longestPeriod, words.length); size > 0; size -= 1) {
    const period = englishPeriod(words.slice(0, size).join(" "), dateAt(desk.timezone, now));
    if (period !== null && readPeriod(period, desk.timezone, now) !== null) return { period, taken: size };
  }
  return null;
};

/** The only report that the first words name, and how many of them it takes. */
const nameAt = (
  words: readonly string[],
  asker: ReportAsker,
): { readonly only: ReportedOnly; readonly taken: number } | null => {
  const [first = "", ...rest] = words;
  const [, written = "", key = ""] = /^(\w+):(.+)$/.exec(first) ?? [];
  const kind = kinds.get(bare(written === "" ? first : written));
  const from = kind === undefined || written !== "" ? 0 : 1;
  const names = kind === undefined ? reportNames(asker) : namesOf(asker)[kind];
  if (kind !== undefined && written !== "") {
    const found = names.find((each) => each.key === key);
    return found === undefined ? null : { only: found.only, taken: 1 };
  }
  const named = from === 0 ? words : rest;
  for (let size = Math.min(longestName, named.length); size > 0; size -= 1) {
    const [found, ...others] = reportsNamed(named.slice(0, size).join(" "), names);
    if (found !== undefined && others.length === 0) return { only: found.only, taken: from + size };
  }
  return null;
};

/** The accounts of an account manager, and the tickets of another person. */
const ownReport = ({ desk, principal }: Pick<ReportAsker, "desk" | "principal">): ReportedOnly => {
  if (principal.is !== "staff") return {};
  const { person } = principal;
  return managesAccounts(desk, person) ? { manager: person.key } : { agent: person.key };
};

/** What is counted if nothing was named: the accounts of an account manager, and everything for the others. */
export const usualReport = (asker: Pick<ReportAsker, "desk" | "principal">): ReportedOnly => {
  const { desk, principal } = asker;
  if (principal.is !== "staff" || !managesAccounts(desk, principal.person)) return {};
  const { roles } = principal.person;
  return roles.includes("head") || roles.includes("admin") ? {} : ownReport(asker);
};

const overlaps = (one: ReportedOnly, other: ReportedOnly): boolean =>
  Object.keys(one).some((name) => Object.hasOwn(other, name));

/**
 * The report that the words name, in any order: `acme last week`, `2026-Q3 luis`. If a word has no meaning here, where it
 * stands.
 */
export const readReportWords = (
  typed: readonly string[],
  asker: ReportAsker,
): ReportWords | { readonly unclearAt: number } => {
  if (typed.length > maxWords) return { unclearAt: maxWords };
  let words: ReportWords = { period: null, only: null };
  let at = 0;
  while (at < typed.length) {
    const left = typed.slice(at);
    const [word = ""] = left;
    const period = periodAt(left, asker);
    const name = period === null ? nameAt(left, asker) : null;
    if (period !== null && words.period === null) {
      words = { ...words, period: period.period };
      at += period.taken;
    } else if (name !== null && !overlaps(name.only, words.only ?? {})) {
      words = { ...words, only: { ...words.only, ...name.only } };
      at += name.taken;
    } else if (period === null && name === null && alls.includes(bare(word))) {
      words = { ...words, only: words.only ?? {} };
      at += 1;
    } else if (period === null && name === null && mines.includes(bare(word)) && words.only === null) {
      words = { ...words, only: ownReport(asker) };
      at += 1;
    } else if (period === null && name === null && fillers.includes(bare(word))) at += 1;
    else return { unclearAt: at };
  }
  return words;
};
