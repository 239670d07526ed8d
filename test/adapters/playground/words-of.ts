import type { Card, CardPart, Span } from "../../../src/chat/card.ts";

const spanWords = (span: Span): string => {
  switch (span.t) {
    case "text":
      return span.text;
    case "person":
      return span.name;
    case "time":
      return new Date(span.at).toISOString();
    case "channel":
      return span.channel;
    case "link":
      return span.label;
  }
};

const partWords = (part: CardPart): string => {
  switch (part.part) {
    case "heading":
    case "quote":
      return part.text;
    case "facts":
      return part.facts.map(({ label, value }) => `${label} ${value.map(spanWords).join("")}`).join("\n");
    case "text":
      return part.lines.map((line) => line.map(spanWords).join("")).join("\n");
    case "small":
      return part.line.map(spanWords).join("");
    case "divider":
      return "";
    case "buttons":
      return part.buttons.map(({ label }) => label).join(" ");
  }
};

/** All texts of a card, in order. */
export const wordsOf = (card: Card): string => card.parts.map(partWords).join("\n");

/** Everybody whom a card notifies. */
export const bellsOf = (card: Card): readonly string[] =>
  card.parts
    .flatMap((part): readonly Span[] => {
      if (part.part === "facts") return part.facts.flatMap(({ value }) => value);
      if (part.part === "text") return part.lines.flat();
      return part.part === "small" ? part.line : [];
    })
    .flatMap((span) => (span.t === "person" && span.ring ? [span.user] : []));
