import type { Card, Line } from "../../../src/chat/card.ts";

/** Every string anywhere inside a card or form: words, references and actions alike. */
export const stringsOf = (thing: unknown): readonly string[] => {
  if (typeof thing === "string") return [thing];
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(stringsOf);
};

/** A line as text: times as instants, a notified person behind "@". */
export const lineText = (line: Line): string =>
  line
    .map((span) => {
      switch (span.t) {
        case "text":
          return span.text;
        case "time":
          return `[${new Date(span.at).toISOString()} ${span.show}]`;
        case "person":
          return span.ring ? `@${span.name}` : span.name;
        case "channel":
          return `#${span.channel}`;
        case "link":
          return `${span.label} <${span.url}>`;
      }
    })
    .join("");

/** A card as a transcript, to be read by a test: buttons in brackets, quotes after ">". */
export const cardText = (card: Card): string =>
  card.parts
    .map((part) => {
      switch (part.part) {
        case "heading":
          return `# ${part.text}`;
        case "facts":
          return part.facts.map(({ label, value }) => `${label}: ${lineText(value)}`).join("\n");
        case "text":
          return part.lines.map(lineText).join("\n");
        case "quote":
          return part.text.replace(/^/gm, "> ");
        case "small":
          return lineText(part.line);
        case "divider":
          return "---";
        case "buttons": {
          const buttons = part.buttons.map(({ label, chosen }) => `[${chosen === true ? "✓ " : ""}${label}]`);
          const menu =
            part.menu === undefined
              ? []
              : [`[${part.menu.label}: ${part.menu.items.map(({ label }) => label).join(", ")}]`];
          return [...buttons, ...menu].join(" ");
        }
      }
    })
    .join("\n");
