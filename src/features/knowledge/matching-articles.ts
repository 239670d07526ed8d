import { withoutMarkRuns } from "../../tickets/format.ts";
import type { Article, Locale } from "../../desk/desk.ts";

/** The most articles that are offered at once. */
export const mostArticles = 3;

/** Only this much of a text (UTF-16 units) is searched: its subject is at the beginning. */
const mostRead = 8_000;

/** Words without accents and capitals. */
const wordsIn = (text: string): readonly string[] =>
  withoutMarkRuns(text)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether a typed word is the keyword, also in a plural with -s or -es. */
const sameWord = (typed: string, keyword: string): boolean =>
  typed === keyword || typed === `${keyword}s` || typed === `${keyword}es`;

const occursIn = (keyword: readonly string[], typed: readonly string[], words: ReadonlySet<string>): boolean =>
  keyword.length > 0 &&
  // This test of single words is fast and excludes most texts.
  keyword.every((word) => words.has(word) || words.has(`${word}s`) || words.has(`${word}es`)) &&
  typed.some((_, start) => keyword.every((word, index) => sameWord(typed[start + index] ?? "", word)));

/**
 * The articles that match a text, at most three: those with the most matching keywords first, then in the desk file's
 * order. A keyword of several words must occur in that order.
 */
export const matchingArticles = (articles: readonly Article[], locale: Locale, text: string): readonly Article[] => {
  const typed = wordsIn(text.slice(0, mostRead));
  const words = new Set(typed);
  return articles
    .filter((article) => article.locale === null || article.locale === locale)
    .map((article) => ({
      article,
      hits: new Set(article.keywords.map((keyword) => wordsIn(keyword).join(" ")))
        .values()
        .filter((keyword) =>
          occursIn(
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
