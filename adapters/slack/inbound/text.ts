import type { Mention } from "../../../src/chat/reading/mentions.ts";
import { withEmoji } from "../emoji/emoji.ts";
import { cut } from "../../../src/chat/text.ts";
import { gatherWords } from "../../shared/gathered-words.ts";

/** Slack's three entities, for the places that have no literal text. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Escapes, and cuts so that the result fits: an entity is never cut through. */
export const escapedWithin = (text: string, max: number): string => {
  // Escaping never shortens: what is too long before it is too long afterwards.
  const whole = text.length <= max ? escaped(text) : null;
  if (whole !== null && whole.length <= max) return whole;
  // Each `&` may become five characters.
  let keep = max;
  while (escaped(cut(text, keep)).length > max) keep = Math.min(keep - 1, Math.floor(keep * 0.9));
  return escaped(cut(text, keep));
};

/** Kinds of control sequences that name something by its id, by how they begin. */
const kinds: readonly { readonly begins: string; readonly is: Mention["is"]; readonly sign: string }[] = [
  { begins: "!subteam^", is: "group", sign: "@" },
  { begins: "@", is: "user", sign: "@" },
  { begins: "#", is: "channel", sign: "#" },
];

/** The moment of `!date^UNIX^FORMAT`, for the rare one that brings no text for old clients. */
const momentOf = (target: string): string => {
  const seconds = Number(target.split("^")[1]);
  return Number.isFinite(seconds) && Math.abs(seconds) < 8e12
    ? `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "";
};

/** What stands for a control sequence, and what it mentions where only Slack can say the name. */
export interface Named {
  readonly words: string;
  readonly mention?: Pick<Mention, "is" | "id"> | undefined;
}

/** What stands for a control sequence of Slack: `target` as Slack names it, `label` as people see it. */
export const named = (target: string, label: string | undefined): Named => {
  const text = label === undefined || label.trim() === "" ? undefined : label;
  for (const { begins, is, sign } of kinds)
    if (target.startsWith(begins)) {
      const id = target.slice(begins.length);
      if (text !== undefined) return { words: text.startsWith(sign) ? text : `${sign}${text}` };
      const fallback = is === "channel" ? `#${id}` : is === "user" ? "@unknown" : "@group";
      return { words: fallback, mention: { is, id } };
    }
  if (target.startsWith("!date^")) return { words: text ?? momentOf(target) };
  if (target.startsWith("!")) return { words: `@${target.slice(1)}` };
  if (target.startsWith("tel:")) return { words: text ?? target.slice("tel:".length) };
  const bare = target.replace(/^(mailto:|https?:\/\/)/, "");
  return {
    words:
      text === undefined || text === bare || text === target ? target.replace(/^mailto:/, "") : `${text} (${target})`,
  };
};

/** Slack writes three signs as entities. */
const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A control sequence: what it names, and the words that people see for it. */
export const control = (inside: string): Named => {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : withEmoji(unescaped(inside.slice(bar + 1)));
  return named(unescaped(target), label);
};

/**
 * What a person typed, from the text of a Slack message: control sequences become the words they stand for, and names of emoji
 * the emoji. `mentions` are the stretches for which Slack must be asked.
 */
export const readText = (text: string): { readonly text: string; readonly mentions: readonly Mention[] } => {
  const gathered = gatherWords();
  let at = 0;
  for (const { 0: whole, 1: inside = "", index } of text.matchAll(/<([^<>]+)>/g)) {
    gathered.add(withEmoji(unescaped(text.slice(at, index))));
    const { words, mention } = control(inside);
    gathered.add(words, mention);
    at = index + whole.length;
  }
  gathered.add(withEmoji(unescaped(text.slice(at))));
  return gathered.all();
};

/** The same where no platform is asked for names. */
export const literal = (text: string): string => readText(text).text;
