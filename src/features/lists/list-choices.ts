import { listFilterText, type ListFilter } from "../../tickets/list-filter.ts";
import { longestName, nameMatches } from "../../text/name-matches.ts";
import { similarWords } from "../../text/similar-words.ts";
import { listWords, nameable, readList, readListFilter, type ListAsker } from "./read-list-filter.ts";

/** A list that a person may have meant, and how a button calls it: a name, or the word that they may have misspelt. */
export interface ListChoice {
  readonly name: string;
  readonly filter: ListFilter;
}

/** Words that name no list, or several. */
export interface UnclearList {
  readonly word: string;
  /** Whether the word names each of the choices; otherwise it resembles them. */
  readonly isAmbiguous: boolean;
  readonly choices: readonly ListChoice[];
}

/** At most this many lists are offered. */
const mostChoices = 10;

/** A word instead of the unclear ones, and how it is called. */
interface Replacement {
  readonly term: string;
  readonly name: string;
}

const ambiguous = (words: string, asker: ListAsker): readonly Replacement[] => {
  const { accounts, people } = nameable(asker);
  return [
    ...nameMatches(words, accounts).map(({ key, name }) => ({ term: `account:${key}`, name })),
    ...nameMatches(words, people).map(({ key, name }) => ({ term: `person:${key}`, name })),
  ];
};

/** Names of which one word resembles the typed one, and list words that do. */
const similar = (word: string, asker: ListAsker): readonly Replacement[] => {
  const { accounts, people } = nameable(asker);
  const resembles = ({ key, name }: { readonly key: string; readonly name: string }): boolean =>
    similarWords(word, [key, name, ...name.split(" ")]).length > 0;
  return [
    ...accounts.filter(resembles).map(({ key, name }) => ({ term: `account:${key}`, name })),
    ...people.filter(resembles).map(({ key, name }) => ({ term: `person:${key}`, name })),
    ...similarWords(word, listWords).map((each) => ({ term: each, name: each })),
  ];
};

/**
 * The lists that unclear words may mean; null if they mean no list at all. A name of several people or accounts gives each of
 * them, and a misspelt word what resembles it.
 */
export const unclearList = (typed: readonly string[], asker: ListAsker): UnclearList | null => {
  const read = readList(typed, asker);
  if (!("unclearAt" in read)) return null;
  const { unclearAt: at } = read;
  /** The lists of which every other word is clear. */
  const choices = (replacements: readonly Replacement[], size: number): readonly ListChoice[] => {
    const found = new Map<string, ListChoice>();
    for (const { term, name } of replacements) {
      const filter = readListFilter([...typed.slice(0, at), term, ...typed.slice(at + size)], asker);
      const key = filter === null ? "" : listFilterText(filter).join(" ");
      if (filter !== null && !found.has(key)) found.set(key, { name, filter });
    }
    return [...found.values()].slice(0, mostChoices);
  };
  for (let size = Math.min(longestName, typed.length - at); size > 0; size -= 1) {
    const word = typed.slice(at, at + size).join(" ");
    const named = choices(ambiguous(word, asker), size);
    if (named.length > 0) return { word, isAmbiguous: true, choices: named };
  }
  const word = typed[at] ?? "";
  const resembling = choices(similar(word, asker), 1);
  return resembling.length === 0 ? null : { word, isAmbiguous: false, choices: resembling };
};
