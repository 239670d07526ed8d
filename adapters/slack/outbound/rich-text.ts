import { momentInUtc } from "../../shared/plain-card.ts";
import { channelName, idOf, platformOf } from "../../../src/tickets/refs.ts";
import type { RichTextElement, RichTextSection } from "@slack/types";
import type { Line, Span } from "../../../src/chat/card.ts";
import { showable } from "../../../src/chat/text.ts";

/** How much text a message may still contain. Taking from it cuts. */
export interface TextBudget {
  take(text: string): string;
}

const formats = {
  moment: "{date_short_pretty} {time}",
  left: "{ago}",
  both: "{date_short_pretty} {time} ({ago})",
} as const;

/** Slack's template for a time. Each viewer sees their own time zone. */
export const dateFormat = (show: keyof typeof formats): string => formats[show];

/** Slack's id of a person or channel; null on another platform. */
export const slackId = (ref: `${string}:${string}`, letters: RegExp): string | null =>
  platformOf(ref) === "slack" && letters.test(idOf(ref)) ? idOf(ref) : null;

export const userLetters = /^[UW][A-Z0-9]+$/;
export const channelLetters = /^[CG][A-Z0-9]+$/;

/** Returns whether an address may become a link. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>|]+$/.test(url) && url.length <= 3000;

/** Renders a span as rich text. Slack shows text elements literally, without markup or mentions. */
const element = (span: Span, budget: TextBudget): RichTextElement | null => {
  const text = (content: string, style?: { bold?: boolean; italic?: boolean }): RichTextElement | null => {
    const fitting = budget.take(showable(content));
    return fitting === "" ? null : { type: "text", text: fitting, ...(style === undefined ? {} : { style }) };
  };
  switch (span.t) {
    case "text":
      return text(
        span.text,
        span.strong === true ? { bold: true } : span.faint === true ? { italic: true } : undefined,
      );
    case "time":
      return {
        type: "date",
        timestamp: Math.floor(span.at / 1000),
        format: dateFormat(span.show),
        fallback: momentInUtc(span.at),
      };
    case "person": {
      const user_id = span.ring ? slackId(span.user, userLetters) : null;
      return user_id === null ? text(span.name) : { type: "user", user_id };
    }
    case "channel": {
      const channel_id = slackId(span.channel, channelLetters);
      return channel_id === null ? text(channelName(span.channel, "slack")) : { type: "channel", channel_id };
    }
    case "link": {
      if (!isWebAddress(span.url)) return text(`${span.label} ${span.url}`);
      const label = budget.take(showable(span.label));
      return { type: "link", url: span.url, ...(label === "" ? {} : { text: label }) };
    }
  }
};

/** Renders lines as one paragraph of rich text; null if nothing is left. */
export const section = (lines: readonly Line[], budget: TextBudget): RichTextSection | null => {
  const elements: RichTextElement[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) elements.push({ type: "text", text: "\n" });
    for (const span of line) {
      const made = element(span, budget);
      if (made !== null) elements.push(made);
    }
  }
  return elements.some((each) => each.type !== "text" || each.text.trim() !== "")
    ? { type: "rich_text_section", elements }
    : null;
};
