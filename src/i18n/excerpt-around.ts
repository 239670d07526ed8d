import { cut } from "../chat/text.ts";

/** Longer texts are not looked through. */
const longestText = 20_000;
/** How many characters an excerpt has before the found word, and in all. */
const before = 50;
const longest = 150;
/** A word of a text may end differently from the typed one: "televisions" finds "television". */
const ending = 2;
const shortestStem = 3;

/** A text without accents and capitals. Each character stays one, so places in both texts are the same. */
const flat = (text: string): string =>
  [...text.matchAll(/[^]/g)].map(([char]) => char.normalize("NFD").charAt(0).toLowerCase().charAt(0) || char).join("");

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Where a word of the text begins like this; -1 if none does. */
const placeOf = (text: string, stem: string): number => {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1))
    if (at === 0 || !isLetter(text.charAt(at - 1))) return at;
  return -1;
};

/** The words that were typed: the whole words first, then without their endings. */
const stemsOf = (typed: string): readonly string[] => {
  const words = flat(typed.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const stems = words.flatMap((word) => (word.length - ending >= shortestStem ? [word.slice(0, -ending)] : []));
  return [...words, ...stems];
};

/** The part of a text around a typed word, on one line; null if the text has none of the words. */
export const excerptAround = (text: string, typed: string): string | null => {
  const line = text.slice(0, longestText).replaceAll(/\s+/g, " ").trim();
  const searched = flat(line);
  const [at] = stemsOf(typed).flatMap((stem) => {
    const place = placeOf(searched, stem);
    return place < 0 ? [] : [place];
  });
  if (at === undefined) return null;
  const from = at <= before ? 0 : line.indexOf(" ", at - before) + 1;
  const start = from > at ? at : from;
  return `${start > 0 ? "…" : ""}${cut(line.slice(start), longest)}`;
};
