import type { Mention } from "../../../src/chat/reading/mentions.ts";
import { withEmoji } from "../emoji/emoji.ts";
import { cut } from "../../../src/chat/text.ts";
import { createMentionedText } from "../../shared/payload.ts";

/** Escapes Slack's three entities, for places without literal text. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Escapes and cuts, so that the result fits and no entity is cut. */
export const escapedWithin = (text: string, max: number): string => {
  // Escaping never shortens a text.
  const whole = text.length <= max ? escaped(text) : null;
  if (whole !== null && whole.length <= max) return whole;
  // Each `&` may become five characters.
  let keep = max;
  while (escaped(cut(text, keep)).length > max) keep = Math.min(keep - 1, Math.floor(keep * 0.9));
  return escaped(cut(text, keep));
};

/** Control sequences that name something by id, by their beginning. */
const kinds: readonly { readonly begins: string; readonly is: Mention["is"]; readonly sign: string }[] = [
  { begins: "!subteam^", is: "group", sign: "@" },
  { begins: "@", is: "user", sign: "@" },
  { begins: "#", is: "channel", sign: "#" },
];

/** The moment of `!date^UNIX^FORMAT`, if the sequence has no fallback text. */
const momentOf = (target: string): string => {
  const seconds = Number(target.split("^")[1]);
  return Number.isFinite(seconds) && Math.abs(seconds) < 8e12
    ? `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "";
};

/** The text for a control sequence, and the mention if only Slack knows the name. */
export interface ControlText {
  readonly text: string;
  readonly mention?: Pick<Mention, "is" | "id">;
}

/** Returns the text for a control sequence: `target` is Slack's name, `label` what people see. */
export const named = (target: string, label: string | undefined): ControlText => {
  const text = label === undefined || label.trim() === "" ? undefined : label;
  for (const { begins, is, sign } of kinds)
    if (target.startsWith(begins)) {
      const id = target.slice(begins.length);
      if (text !== undefined) return { text: text.startsWith(sign) ? text : `${sign}${text}` };
      const fallback = is === "channel" ? `#${id}` : is === "user" ? "@unknown" : "@group";
      return { text: fallback, mention: { is, id } };
    }
  if (target.startsWith("!date^")) return { text: text ?? momentOf(target) };
  if (target.startsWith("!")) return { text: `@${target.slice(1)}` };
  if (target.startsWith("tel:")) return { text: text ?? target.slice("tel:".length) };
  const bare = target.replace(/^(mailto:|https?:\/\/)/, "");
  return {
    text:
      text === undefined || text === bare || text === target ? target.replace(/^mailto:/, "") : `${text} (${target})`,
  };
};

/** Decodes Slack's three entities. */
const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Reads a control sequence. */
export const control = (inside: string): ControlText => {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : withEmoji(unescaped(inside.slice(bar + 1)));
  return named(unescaped(target), label);
};

/**
 * Reads the plain text of a Slack message: control sequences and emoji names become readable text. `mentions` are the
 * stretches whose names must be requested.
 */
export const readText = (text: string): { readonly text: string; readonly mentions: readonly Mention[] } => {
  const gathered = createMentionedText();
  let at = 0;
  for (const { 0: whole, 1: inside = "", index } of text.matchAll(/<([^<>]+)>/g)) {
    gathered.add(withEmoji(unescaped(text.slice(at, index))));
    const { text: controlText, mention } = control(inside);
    gathered.add(controlText, mention);
    at = index + whole.length;
  }
  gathered.add(withEmoji(unescaped(text.slice(at))));
  return gathered.all();
};

/** The same without requesting names. */
export const literal = (text: string): string => readText(text).text;
