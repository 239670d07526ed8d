import { cut } from "../../src/chat/text.ts";

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

/** What stands for a control sequence of Slack: `target` as Slack names it, `label` as people see it. */
export const named = (target: string, label: string | undefined): string => {
  const kind = target[0];
  if (kind === "@" || kind === "#") return `${kind}${label ?? target.slice(1)}`;
  if (target.startsWith("!subteam^")) return label ?? "@group";
  if (target.startsWith("!date^")) return label ?? "";
  if (kind === "!") return `@${target.slice(1)}`;
  const bare = target.replace(/^(mailto:|https?:\/\/)/, "");
  return label === undefined || label === bare || label === target
    ? target.replace(/^mailto:/, "")
    : `${label} (${target})`;
};

/** What a person typed, from the text of a Slack message: control sequences become the words they stand for. */
export const literal = (text: string): string =>
  text
    .replaceAll(/<([^<>]+)>/g, (_, control: string) => {
      const bar = control.indexOf("|");
      return bar < 0 ? named(control, undefined) : named(control.slice(0, bar), control.slice(bar + 1));
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
