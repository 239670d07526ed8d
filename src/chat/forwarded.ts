import type { Formatted } from "../domain/format.ts";
import type { Mention } from "./mentions.ts";

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
  const place = (at: number): number =>
    head.length +
    at +
    2 *
      Math.max(
        0,
        starts.findLastIndex((start) => start <= at),
      );
  return {
    text: `${head}${lines.join("\n> ")}`.trimEnd(),
    mentions: [...shifted(author.mentions, (at) => open.length + at), ...shifted(words.mentions, place)],
  };
};

/** A message's own words, with others below them. */
export const withBelow = (own: ReadWords, below: readonly ReadWords[]): ReadWords => {
  let { text } = own;
  const mentions = [...(own.mentions ?? [])];
  for (const words of below) {
    const before = text.trim() === "" ? "" : `${text}\n`;
    mentions.push(...shifted(words.mentions, (at) => before.length + at));
    text = `${before}${words.text}`;
  }
  return {
    text,
    ...(own.format === undefined ? {} : { format: own.format }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
};
