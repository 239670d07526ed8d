import { cut } from "../chat/text.ts";

/** Longer texts are not looked through. */
const longestText = 20_000;
/** How many characters an excerpt has before the found word, and in all. */
const before = 50;
const longest = 150;
/** A word of a text may end differently from the typed one: "televisions" finds "television". */
const ending = 2;
const shortestStem = 3;

/** Of a longer search only so many words are looked for, as the search itself does. */
const mostWords = 12;

const flatChar = (char: string): string => char.normalize("NFD").charAt(0).toLowerCase().charAt(0) || char;

/** A text without accents and capitals. Each character stays one, so places in both texts are the same. */
const flat = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/g, flatChar).replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());

/** The words that were typed: the whole words first, then without their endings. */
const stemsOf = (typed: string): readonly string[] => {
  const found = flat(typed.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = [...new Set(found)].slice(0, mostWords);
  const stems = words.flatMap((word) => (word.length - ending >= shortestStem ? [word.slice(0, -ending)] : []));
  return [...new Set([...words, ...stems])];
};

/** Where a word of the text begins with the first of the stems that any word begins with; null if none does. */
const placeOf = (text: string, stems: readonly string[]): number | null => {
  let [best, place]: [number, number | null] = [stems.length, null];
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const better = stems.findIndex((stem, rank) => rank < best && text.startsWith(stem, index));
    if (better < 0) continue;
    [best, place] = [better, index];
    if (best === 0) break;
  }
  return place;
};

/** The part of a text around a typed word, on one line; null if the text has none of the words. */
export const excerptAround = (text: string, typed: string): string | null => {
  const line = text.slice(0, longestText).replaceAll(/\s+/g, " ").trim();
  const at = placeOf(flat(line), stemsOf(typed));
  if (at === null) return null;
  const from = at <= before ? 0 : line.indexOf(" ", at - before) + 1;
  const start = from > at ? at : from;
  return `${start > 0 ? "…" : ""}${cut(line.slice(start), longest)}`;
};
