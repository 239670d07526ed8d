import { channelName, idOf, platformOf } from "../../../src/tickets/refs.ts";
import type { Line, Span } from "../../../src/chat/card.ts";
import { showable, splitBlanks } from "../../../src/chat/text.ts";
import { escapedWithin, inOneLine } from "../inbound/text.ts";

/** How much text a message may still contain, and whom it mentions. */
export interface LengthBudget {
  /** Escapes a person's text and cuts it to what is left. */
  text(text: string): string;
  /** Markup: all of it or nothing. */
  markup(text: string): string;
  mention(user: string): void;
  readonly mentioned: ReadonlySet<string>;
}

/** Creates a budget for one message. */
export const createLengthBudget = (characters: number): LengthBudget => {
  let left = characters;
  const mentioned = new Set<string>();
  const spend = (text: string): string => {
    left -= text.length;
    return text;
  };
  return {
    text: (text) => spend(escapedWithin(text, Math.max(0, left))),
    markup: (text) => (text.length > left ? "" : spend(text)),
    mention: (user) => void mentioned.add(user),
    mentioned,
  };
};

/** Discord's id of a person or channel; null on another platform. */
export const discordId = (ref: `${string}:${string}`): string | null =>
  platformOf(ref) === "discord" && /^\d{15,20}$/.test(idOf(ref)) ? idOf(ref) : null;

const moments = {
  moment: (unix: number) => `<t:${unix}:f>`,
  left: (unix: number) => `<t:${unix}:R>`,
  both: (unix: number) => `<t:${unix}:f> (<t:${unix}:R>)`,
} as const;

/** The address of a web page, escaped so that it cannot end a Markdown link early; null if it is none. */
export const webAddress = (url: string): string | null =>
  /^https?:\/\/[^\s<>|\\]+$/.test(url) && url.length <= 512 ? url.replaceAll("(", "%28").replaceAll(")", "%29") : null;

/** Bold marks must touch the text that they enclose. */
const bold = (text: string, budget: LengthBudget): string => {
  const { before, inner: escaped, after } = splitBlanks(text);
  const marks = escaped === "" ? "" : budget.markup("****");
  const fitting = budget.text(escaped);
  return marks === "" || fitting === "" ? `${before}${fitting}${after}` : `${before}**${fitting}**${after}`;
};

const rendered = (span: Span, budget: LengthBudget): string => {
  switch (span.t) {
    case "text":
      return span.strong === true ? bold(showable(span.text), budget) : budget.text(showable(span.text));
    case "time":
      return budget.markup(moments[span.show](Math.floor(span.at / 1000)));
    case "person": {
      const id = span.ring ? discordId(span.user) : null;
      const mention = id === null ? "" : budget.markup(`<@${id}>`);
      if (id === null || mention === "") return budget.text(inOneLine(span.name));
      budget.mention(id);
      return mention;
    }
    case "channel": {
      const id = discordId(span.channel);
      return id === null ? budget.text(channelName(span.channel, "discord")) : budget.markup(`<#${id}>`);
    }
    case "link": {
      const url = webAddress(span.url);
      if (url === null) return budget.text(inOneLine(`${span.label} ${span.url}`));
      const frame = budget.markup(`[](${url})`);
      const label = budget.text(inOneLine(span.label) || span.url);
      return frame === "" ? label : `[${label}](${url})`;
    }
  }
};

/** Joins neighbours of the same weight, because two pairs of bold marks side by side would be misread. */
const joined = (line: Line): readonly Span[] => {
  const spans: Span[] = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last?.t === "text" && span.t === "text" && (last.strong === true) === (span.strong === true))
      spans[spans.length - 1] = {
        ...last,
        text: last.text + span.text,
        faint: last.faint === true && span.faint === true,
      };
    else spans.push(span);
  }
  return spans;
};

/** Renders a line in Discord's Markdown. */
export const markdown = (line: Line, budget: LengthBudget): string =>
  joined(line)
    .map((span) => rendered(span, budget))
    .join("");

/** Discord has small print only for whole lines. */
export const isFaint = (line: Line): boolean =>
  line.length > 0 && line.every((span) => span.t === "text" && span.faint === true);
