import { withoutMarkRuns } from "../../tickets/format.ts";
import type { Article, Locale } from "../../desk/desk.ts";

/** The most articles that anybody is asked to look at. */
export const mostArticles = 3;

/** What a text is about stands at its beginning (UTF-16 units). */
const mostRead = 8_000;

/** Words without their accents and case, as people type them in a hurry. */
const wordsOf = (text: string): readonly string[] =>
  withoutMarkRuns(text)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Also in the plural, which both our languages make with -s or -es. */
const sameWord = (typed: string, keyword: string): boolean =>
  typed === keyword || typed === `${keyword}s` || typed === `${keyword}es`;

const stands = (keyword: readonly string[], typed: readonly string[], words: ReadonlySet<string>): boolean =>
  keyword.length > 0 &&
  // Looking for each word by itself is quick, and few texts pass it.
  keyword.every((word) => words.has(word) || words.has(`${word}s`) || words.has(`${word}es`)) &&
  typed.some((_, start) => keyword.every((word, index) => sameWord(typed[start + index] ?? "", word)));

/**
 * The articles that fit what somebody writes, at most three, those with the most of their keywords in it first and as the
 * desk has them among equals. A keyword of several words must stand there as it is.
 */
export const matchingArticles = (articles: readonly Article[], locale: Locale, text: string): readonly Article[] => {
  const typed = wordsOf(text.slice(0, mostRead));
  const words = new Set(typed);
  return articles
    .filter((article) => article.locale === null || article.locale === locale)
    .map((article) => ({
      article,
      hits: new Set(article.keywords.map((keyword) => wordsOf(keyword).join(" ")))
        .values()
        .filter((keyword) =>
          stands(
            keyword.split(" ").filter((word) => word !== ""),
            typed,
            words,
          ),
        )
        .toArray().length,
    }))
    .filter(({ hits }) => hits > 0)
    .toSorted((one, other) => other.hits - one.hits)
    .slice(0, mostArticles)
    .map(({ article }) => article);
};
