import type { Card, CardPart, Span } from "../../src/chat/card.ts";
import { channelName } from "../../src/tickets/refs.ts";
import { showable } from "../../src/chat/text.ts";
import type { Instant } from "../../src/sla/instant.ts";

/** A moment for clients that cannot show it in the zone of their user. */
export const momentInUtc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/**
 * Renders a card as plain text, one line per part, for a platform that refuses the rich form. Channels of `platform`
 * are shown by name. An empty card becomes "…", because platforms refuse empty messages.
 */
export const plainText = (card: Card, platform: string): string => {
  const textOf = (span: Span): string => {
    switch (span.t) {
      case "text":
        return span.text;
      case "time":
        return momentInUtc(span.at);
      case "person":
        return span.name;
      case "channel":
        return channelName(span.channel, platform);
      case "link":
        return `${span.label} ${span.url}`;
    }
  };
  const lineOf = (line: readonly Span[]): string => line.map(textOf).join("");
  const partOf = (part: CardPart): string => {
    switch (part.part) {
      case "heading":
      case "quote":
        return part.text;
      case "facts":
        return part.facts.map(({ label, value }) => `${label}: ${lineOf(value)}`).join("\n");
      case "text":
        return part.lines.map(lineOf).join("\n");
      case "small":
        return lineOf(part.line);
      case "divider":
      case "buttons":
        return "";
    }
  };
  const text = [card.summary, ...card.parts.map(partOf)]
    .map((each) => showable(each).trim())
    .filter((each) => each !== "")
    .join("\n");
  return text === "" ? "…" : text;
};
