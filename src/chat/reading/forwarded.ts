import type { MaybeFormatted } from "../../tickets/format.ts";
import { lastUpTo, mostMentions, type Mention } from "./mentions.ts";
import { cut, longestText } from "../text.ts";

/** Text with its formatting, and the mentions whose names the platform must be asked for. */
export type TextWithMentions = MaybeFormatted & { readonly mentions?: readonly Mention[] };

const shifted = (mentions: readonly Mention[] = [], place: (at: number) => number): readonly Mention[] =>
  mentions.map((each) => ({ ...each, from: place(each.from), to: place(each.to) }));

/** The text of a forwarded message: its author, if known, then the text with each further line quoted. */
export const quotedForward = (author: TextWithMentions, read: TextWithMentions): TextWithMentions => {
  const open = "↪ Fwd (";
  const head = author.text === "" ? "↪ Fwd: " : `${open}${author.text}): `;
  const lines = read.text.split("\n");
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const place = (at: number): number => head.length + at + 2 * Math.max(0, lastUpTo(starts, at));
  return {
    text: `${head}${lines.join("\n> ")}`.trimEnd(),
    mentions: [...shifted(author.mentions, (at) => open.length + at), ...shifted(read.mentions, place)],
  };
};

/** A message's own text, followed by the texts below it. */
const withAttached = (own: TextWithMentions, below: readonly TextWithMentions[]): TextWithMentions => {
  let { text } = own;
  const mentions = (own.mentions ?? []).slice(0, mostMentions);
  for (const read of below) {
    const before = text.trim() === "" ? "" : `${text}\n`;
    const more = read.mentions?.slice(0, mostMentions - mentions.length);
    mentions.push(...shifted(more, (at) => before.length + at));
    text = `${before}${read.text}`;
  }
  return {
    text,
    ...(own.format === undefined ? {} : { format: own.format }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
};

/** The beginning of a text, at most this many characters, with the formatting and mentions inside it. */
const beginning = (read: TextWithMentions, characters: number): TextWithMentions => {
  if (read.text.length <= characters) return read;
  const text = cut(read.text, characters);
  const isKept = ({ to }: { readonly to: number }): boolean => to < text.length;
  const { format = [], mentions = [] } = read;
  return { text, format: format.filter(isKept), mentions: mentions.filter(isKept) };
};

/**
 * Reads what is attached below a message. The message and its attachments share one budget of characters: `read` gets
 * what is left of it. Attachments beyond the budget are marked as missing.
 */
export const readAttached = <T>(
  own: TextWithMentions,
  below: readonly T[],
  read: (each: T, characters: number) => TextWithMentions,
  characters: number = longestText,
): TextWithMentions => {
  const first = beginning(own, characters);
  const texts: TextWithMentions[] = [];
  let left = characters - first.text.length;
  for (const each of below) {
    const next = left <= 0 ? { text: "…" } : beginning(read(each, left), left);
    texts.push(next);
    if (left <= 0) break;
    left -= next.text.length + 1;
  }
  return withAttached(first, texts);
};
