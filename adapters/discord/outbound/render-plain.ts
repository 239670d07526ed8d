import { channelName } from "../../../src/chat/reading/channel-name.ts";
import { ComponentType, MessageFlags } from "discord.js";
import type { Card, CardPart, Span } from "../../../src/chat/card.ts";
import type { DiscordContent } from "./render-card.ts";
import { showable } from "../../../src/chat/text.ts";
import { escapedWithin } from "../inbound/text.ts";

const words = (span: Span): string => {
  switch (span.t) {
    case "text":
      return span.text;
    case "time":
      return `${new Date(span.at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
    case "person":
      return span.name;
    case "channel":
      return channelName(span.channel, "discord");
    case "link":
      return `${span.label} ${span.url}`;
  }
};

const partWords = (part: CardPart): string => {
  switch (part.part) {
    case "heading":
    case "quote":
      return part.text;
    case "facts":
      return part.facts.map(({ label, value }) => `${label}: ${value.map(words).join("")}`).join("\n");
    case "text":
      return part.lines.map((line) => line.map(words).join("")).join("\n");
    case "small":
      return part.line.map(words).join("");
    case "divider":
    case "buttons":
      return "";
  }
};

/** The same card as one plain text, for when Discord refuses our components. It stays a message of components: that cannot be undone. */
export const renderPlain = (card: Card): DiscordContent => {
  const text = [card.summary, ...card.parts.map(partWords)]
    .map((each) => showable(each).trim())
    .filter((each) => each !== "")
    .join("\n");
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        components: [{ type: ComponentType.TextDisplay, content: escapedWithin(text === "" ? "…" : text, 2_000) }],
      },
    ],
    allowed_mentions: { parse: [], users: [], replied_user: false },
  };
};
