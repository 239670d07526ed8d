import type { RequestContext } from "../../requests/request-context.ts";
import type { Subcommand, SubcommandTable } from "../../requests/subcommand.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { looksLikeNumber, ticketNumber } from "../../tickets/ticket.ts";
import { isListWord } from "../lists/index.ts";
import type { SuggestedSubcommand, UnclearCommand } from "./did-you-mean-card.ts";
import { isForPrincipal } from "./help-card.ts";
import { bare, similarWords } from "../../text/similar-words.ts";

/** A word, and the subcommand that it may be. */
type Candidate = readonly [word: string, subcommand: Subcommand];

/** The subcommands that a first word may be, the likeliest first. A title opens a ticket without any suggestion. */
const meantBy = (word: string, all: SubcommandTable, of: readonly Subcommand["of"][]): readonly Subcommand[] => {
  const known = Object.values(all).filter((each) => of.includes(each.of) && each !== all.open);
  const own = known.flatMap((each) => each.words.map((own): Candidate => [own, each]));
  const others = known.flatMap((each) =>
    (each.otherWords ?? "")
      .split(" ")
      .filter(Boolean)
      .map((other): Candidate => [bare(other), each]),
  );
  const among = (candidates: readonly Candidate[], fits: (known: string) => boolean) =>
    candidates.flatMap(([known, each]) => (fits(known) ? [each] : []));
  const near = (candidates: readonly Candidate[]) => {
    const words = similarWords(
      word,
      candidates.map(([known]) => known),
    );
    return among(candidates, (known) => words.includes(known));
  };
  const exact = [
    ...among(own, (known) => known === word.toLowerCase()),
    ...among(others, (known) => known === bare(word)),
  ];
  const nearOwn = near(own);
  return [...new Set(exact.length > 0 ? exact : nearOwn.length > 0 ? nearOwn : near(others))];
};

/** At most this many subcommands are suggested. */
const mostSuggested = 3;

/** Each named ticket gets its own suggestion, because a subcommand is about one ticket. */
const suggestionsFor = (subcommand: Subcommand, numbers: readonly number[]): readonly SuggestedSubcommand[] =>
  subcommand.namesTicket === true && numbers.length > 0
    ? numbers.map((number) => ({ subcommand, number }))
    : [{ subcommand, number: null }];

/** Words that occur with a subcommand but not in a sentence: ticket numbers and list names. */
const belongsToSubcommand = (word: string): boolean => looksLikeNumber(word) || isListWord(word);

/** A single word in small letters. People type a command like this, and hardly ever a title. No command is shorter or longer. */
const looksLikeCommand = (word: string, rest: readonly string[]): boolean =>
  rest.length === 0 && /^[\p{Ll}\p{M}]{3,20}$/u.test(word);

/**
 * What a line after `/ticket` may mean, before a form opens; null if it is a title. Staff are always asked: they rarely
 * open tickets and have `/ticket new` for it. Customers are asked only if the line looks like a subcommand.
 */
export const didYouMean = (
  text: string,
  { principal }: Pick<RequestContext, "principal">,
  all: SubcommandTable,
): UnclearCommand | null => {
  const title = cleanLine(text);
  const [word = "", ...rest] = title.split(" ");
  if (word === "" || all.open.words.includes(word)) return null;
  const isStaff = principal.is === "staff";
  const numbers = [word, ...rest].flatMap((each) => (looksLikeNumber(each) ? (ticketNumber(each) ?? []) : []));
  const list = Object.entries(all).flatMap(([name, each]) => (name === "list" && isListWord(word) ? [each] : []));
  const meant = [...(ticketNumber(word) === null ? meantBy(word, all, ["ticket"]) : [all.show]), ...list].filter(
    (each) => isForPrincipal(each, principal.is),
  );
  const isShortList = all["list"]?.words.includes(word.toLowerCase()) === true && rest.length <= 2;
  const isMisspelt = meant.length > 0 && rest.every(belongsToSubcommand);
  if (!isStaff && !isShortList && !isMisspelt && !looksLikeCommand(word, rest)) return null;
  const suggestions = meant.flatMap((each) => suggestionsFor(each, [...new Set(numbers)])).slice(0, mostSuggested);
  return { word, title, suggestions };
};

/** What a line after `/desk` may mean that names neither a list nor a subcommand; null if it resembles none. */
export const didYouMeanOnDesk = (text: string, all: SubcommandTable): UnclearCommand | null => {
  const [word = "", ...rest] = cleanLine(text).split(" ");
  const numbers = rest.flatMap((each) => (looksLikeNumber(each) ? (ticketNumber(each) ?? []) : []));
  const meant = meantBy(word, all, ["desk", "ticket"]).flatMap((each) => suggestionsFor(each, [...new Set(numbers)]));
  return meant.length === 0 ? null : { word, title: null, suggestions: meant.slice(0, mostSuggested) };
};
