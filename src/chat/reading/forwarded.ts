import type { Formatted } from "../../tickets/format.ts";
import { lastUpTo, mostMentions } from "./budget.ts";
import type { Mention } from "./mentions.ts";
import { cut, longestText } from "../text.ts";

/** Words, how they look, and the stretches whose names the platform must be asked for. */
export type ReadWords = Formatted & { readonly mentions?: readonly Mention[] | undefined };

const shifted = (mentions: readonly Mention[] = [], place: (at: number) => number): readonly Mention[] =>
  mentions.map((each) => ({ ...each, from: place(each.from), to: place(each.to) }));

/** The words of a forwarded message: whose they are where that is told, then the words; each further line is quoted. */
export const forwardedWords = (author: ReadWords, words: ReadWords): ReadWords => {
  const open = "↪ Fwd (";
  const head = author.text === "" ? "↪ Fwd: " : `${open}${author.text}): `;
  const lines = words.text.split("\n");
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const place = (at: number): number => head.length + at + 2 * Math.max(0, lastUpTo(starts, at));
  return {
    text: `${head}${lines.join("\n> ")}`.trimEnd(),
    mentions: [...shifted(author.mentions, (at) => open.length + at), ...shifted(words.mentions, place)],
  };
};

/** A message's own words, with others below them. */
const withBelow = (own: ReadWords, below: readonly ReadWords[]): ReadWords => {
  let { text } = own;
  const mentions = (own.mentions ?? []).slice(0, mostMentions);
  for (const words of below) {
    const before = text.trim() === "" ? "" : `${text}\n`;
    const more = words.mentions?.slice(0, mostMentions - mentions.length);
    mentions.push(...shifted(more, (at) => before.length + at));
    text = `${before}${words.text}`;
  }
  return {
    text,
    ...(own.format === undefined ? {} : { format: own.format }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
};

/** The beginning of words: at most so many characters, with the looks and mentions that stand in them. */
const beginning = (words: ReadWords, characters: number): ReadWords => {
  if (words.text.length <= characters) return words;
  const text = cut(words.text, characters);
  const isKept = ({ to }: { readonly to: number }): boolean => to < text.length;
  return { text, format: words.format?.filter(isKept), mentions: words.mentions?.filter(isKept) };
};

/**
 * Reads what hangs below a message. All of it shares one budget with the message itself: `read` is told how many characters are
 * left, and what comes after the last of them is not read but marked as missing.
 */
export const readBelow = <T>(
  own: ReadWords,
  below: readonly T[],
  read: (each: T, characters: number) => ReadWords,
  characters: number = longestText,
): ReadWords => {
  const first = beginning(own, characters);
  const words: ReadWords[] = [];
  let left = characters - first.text.length;
  for (const each of below) {
    const next = left <= 0 ? { text: "…" } : beginning(read(each, left), left);
    words.push(next);
    if (left <= 0) break;
    left -= next.text.length + 1;
  }
  return withBelow(first, words);
};
