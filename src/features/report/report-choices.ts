import type { ReportedOnly } from "../../requests/intent.ts";
import { similarWords } from "../../text/similar-words.ts";
import { longestName } from "../../text/name-matches.ts";
import {
  maxWords,
  readReportWords,
  reportNames,
  reportsNamed,
  type NamedReport,
  type ReportAsker,
  type ReportWords,
} from "./read-report-words.ts";

/** A report that a person may have meant, and how a button calls it. */
export interface ReportChoice extends ReportWords {
  readonly name: string;
}

/** Words that name no report, or several. */
export interface UnclearReport {
  readonly word: string;
  /**
   * `several`: the word names each of the choices. `similar`: it resembles them. `period`: it looks like a period. `twice`: it
   * names a second one of what a report has one of. `long`: there are too many words.
   */
  readonly why: "several" | "similar" | "period" | "twice" | "long" | "unknown";
  readonly choices: readonly ReportChoice[];
}

/** At most this many reports are offered. */
const mostChoices = 8;

/** The terms by which the words of a button name what is counted. */
export const onlyTerms = ({ account, area, manager, agent }: ReportedOnly): readonly string[] => [
  ...(account === undefined ? [] : [`account:${account}`]),
  ...(manager === undefined ? [] : [`manager:${manager}`]),
  ...(agent === undefined ? [] : [`agent:${agent}`]),
  ...(area === undefined ? [] : [`area:${area}`]),
];

const resembling = (word: string, names: readonly NamedReport[]): readonly NamedReport[] =>
  names.filter(({ key, name }) => similarWords(word, [key, name, ...name.split(" ")]).length > 0);

/** Why words name no single report, and which they may mean; null if they name one. */
export const unclearReport = (typed: readonly string[], asker: ReportAsker): UnclearReport | null => {
  const read = readReportWords(typed, asker);
  if (!("unclearAt" in read)) return null;
  const { unclearAt: at } = read;
  if (typed.length > maxWords) return { word: "", why: "long", choices: [] };
  const names = reportNames(asker);
  /** The reports of which every other word is clear. */
  const choices = (found: readonly NamedReport[], size: number): readonly ReportChoice[] => {
    const made = new Map<string, ReportChoice>();
    for (const { name, only } of found) {
      const words = readReportWords([...typed.slice(0, at), ...onlyTerms(only), ...typed.slice(at + size)], asker);
      if ("unclearAt" in words) continue;
      const term = onlyTerms(words.only ?? {}).join(" ");
      if (!made.has(term)) made.set(term, { name, ...words });
    }
    return [...made.values()].slice(0, mostChoices);
  };
  for (let size = Math.min(longestName, typed.length - at); size > 0; size -= 1) {
    const word = typed.slice(at, at + size).join(" ");
    const several = reportsNamed(word, names);
    const named = several.length > 1 ? choices(several, size) : [];
    if (named.length > 0) return { word, why: "several", choices: named };
  }
  const word = typed[at] ?? "";
  if (!("unclearAt" in readReportWords([word], asker))) return { word, why: "twice", choices: [] };
  if (/^\d/.test(word)) return { word, why: "period", choices: [] };
  const similar = choices(resembling(word, names), 1);
  return { word, why: similar.length === 0 ? "unknown" : "similar", choices: similar };
};
