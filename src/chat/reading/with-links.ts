import type { Card, CardPart, Line, Span } from "../card.ts";
import type { LinkTo } from "../port.ts";

const linked = (span: Span, linkTo: LinkTo): Span => {
  if (span.t !== "text" || span.open === undefined) return span;
  const url = linkTo(span.open);
  return url === null ? span : { t: "link", url, label: span.text };
};

const inLine = (line: Line, linkTo: LinkTo): Line => line.map((span) => linked(span, linkTo));

const inPart = (part: CardPart, linkTo: LinkTo): CardPart => {
  switch (part.part) {
    case "facts":
      return { ...part, facts: part.facts.map(({ label, value }) => ({ label, value: inLine(value, linkTo) })) };
    case "text":
      return { ...part, lines: part.lines.map((line) => inLine(line, linkTo)) };
    case "small":
      return { ...part, line: inLine(part.line, linkTo) };
    case "heading":
    case "quote":
    case "divider":
    case "buttons":
      return part;
  }
};

/** The card, with links for the texts that refer to a message, if that message has an address. */
export const withLinks = (card: Card, linkTo: LinkTo): Card => ({
  ...card,
  parts: card.parts.map((part) => inPart(part, linkTo)),
});
