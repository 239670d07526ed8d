import { mostFormats, type Formatted, type MaybeFormatted } from "../../tickets/format.ts";

/** At most this many mentions of a message are replaced by names. Further mentions keep their fallback. */
export const mostMentions = 500;

/**
 * The index of the last ascending number that is not above `limit`, or -1. A binary search keeps texts with many lines
 * and many mentions fast.
 */
export const lastUpTo = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/**
 * A part of a text that stands for a person, a channel or a group. The event gives only the id, so the text
 * contains a fallback there until the adapter has asked for the name.
 */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly is: "user" | "channel" | "group";
  /** The platform's own id. */
  readonly id: string;
}

/** The adapters ask for at most this many names per message. Further mentions keep their fallback. */
const mostNames = 10;

/** The mentions to ask for, without repetitions. */
export const asked = (mentions: readonly Mention[]): readonly Pick<Mention, "is" | "id">[] => {
  const first = new Map(mentions.map((each) => [`${each.is} ${each.id}`, each]));
  return [...first.values()].slice(0, mostNames);
};

/** The name with no-break spaces, so that a mentioned name stays together on screen and when mentions are searched. */
export const nameWithoutBreaks = (name: string): string => name.slice(0, 100).trim().replaceAll(/\s+/g, "\u00A0");

/** The text with the names that are now known. Its formatting moves with the text. */
export const withNames = (
  { text, format = [] }: MaybeFormatted,
  mentions: readonly Mention[],
  nameOf: (mention: Mention) => string | null,
): Formatted => {
  const parts: string[] = [];
  /** Where each replaced part ended, and by how much the text had grown up to that point. */
  const ends: number[] = [];
  const longer: number[] = [];
  let at = 0;
  let by = 0;
  for (const mention of mentions.slice(0, mostMentions)) {
    const name = nameOf(mention);
    if (name === null || mention.from < at || mention.to > text.length) continue;
    const shown = `${mention.is === "channel" ? "#" : "@"}${nameWithoutBreaks(name)}`;
    parts.push(text.slice(at, mention.from), shown);
    at = mention.to;
    by += shown.length - (mention.to - mention.from);
    ends.push(mention.to);
    longer.push(by);
  }
  parts.push(text.slice(at));
  const moved = (place: number): number => place + (longer[lastUpTo(ends, place)] ?? 0);
  const known = parts.join("");
  return {
    text: known,
    format: format.slice(0, mostFormats).map((each) => ({ ...each, from: moved(each.from), to: moved(each.to) })),
  };
};
