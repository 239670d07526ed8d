import { momentInUtc } from "../../../../adapters/shared/plain-card.ts";
import type { Button, Card, CardPart, MenuItem, Span } from "../../../../src/chat/card.ts";
import type { LinkTo } from "../../../../src/chat/port.ts";
import { channelName, idOf, platformOf } from "../../../../src/tickets/refs.ts";
import { cut, showable } from "../../../../src/chat/text.ts";
import type { Content, Entity, KeyboardButton } from "../api.ts";
import { limits } from "../judge.ts";

type Look = Entity extends infer E ? (E extends Entity ? Omit<E, "offset" | "length"> : never) : never;

interface Writer {
  /** Adds text as far as it fits; `look` is how it looks or what it means. */
  add(text: string, look?: Look): void;
  content(): Pick<Content, "text" | "entities">;
}

const createWriter = (): Writer => {
  const entities: Entity[] = [];
  let text = "";
  return {
    add: (more, look) => {
      const kept = cut(showable(more), limits.text - text.length);
      if (look !== undefined && kept !== "") entities.push({ ...look, offset: text.length, length: kept.length });
      text += kept;
    },
    content: () => ({ text, entities }),
  };
};

/** A text of one line, never empty. */
export const oneLine = (text: string, max: number): string => {
  const shown = cut(showable(text).replaceAll(/\s+/g, " ").trim(), max);
  return shown === "" ? "–" : shown;
};

const addSpan = ({ add }: Writer, span: Span): void => {
  switch (span.t) {
    case "text":
      return add(span.text, span.strong === true ? { type: "bold" } : undefined);
    case "time":
      return add(momentInUtc(span.at));
    case "person":
      return add(
        oneLine(span.name, limits.label),
        span.ring && platformOf(span.user) === "testchat"
          ? { type: "mention", user: Number(idOf(span.user)) }
          : undefined,
      );
    case "channel":
      return add(channelName(span.channel, "testchat"));
    case "link":
      return add(span.label, { type: "link", url: span.url });
  }
};

const addLines = (writer: Writer, lines: readonly (readonly Span[])[]): void => {
  for (const [index, line] of lines.entries()) {
    if (index > 0) writer.add("\n");
    for (const span of line) addSpan(writer, span);
  }
};

const addPart = (writer: Writer, part: CardPart): void => {
  switch (part.part) {
    case "heading":
      return writer.add(part.text, { type: "bold" });
    case "quote":
      return writer.add(part.text, { type: "quote" });
    case "text":
      return addLines(writer, part.lines);
    case "small":
      return addLines(writer, [part.line]);
    case "facts":
      for (const [index, { label, value }] of part.facts.entries()) {
        writer.add(`${index > 0 ? "\n" : ""}${label}  `);
        addLines(writer, [value]);
      }
      return;
    case "divider":
    case "buttons":
  }
};

const buttonsInRow = 4;

const keyOf = (item: Button | MenuItem, linkTo: LinkTo): KeyboardButton | null => {
  const text = oneLine("chosen" in item && item.chosen ? `✓ ${item.label}` : item.label, limits.buttonText);
  if ("action" in item) return { text, data: item.action };
  const url = linkTo(item.open);
  return url === null ? null : { text, url };
};

/** A platform without menus shows their entries as buttons. What does not fit is left out, the last entries first. */
const keyboardOf = ({ parts }: Card, linkTo: LinkTo): Content["keyboard"] => {
  let left: number = limits.buttons;
  return parts.flatMap((part) => {
    if (part.part !== "buttons") return [];
    return [part.buttons, part.menu?.items ?? []].flatMap((items) => {
      const keys = items.flatMap((item) => keyOf(item, linkTo) ?? []).slice(0, left);
      left -= keys.length;
      return Array.from({ length: Math.ceil(keys.length / buttonsInRow) }, (_, row) =>
        keys.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
      );
    });
  });
};

/** Draws a card as one text with buttons below it. */
export const renderCard = (card: Card, linkTo: LinkTo): Content => {
  const writer = createWriter();
  for (const part of card.parts) {
    const { length } = writer.content().text;
    if (length > 0 && part.part !== "divider" && part.part !== "buttons") writer.add("\n");
    addPart(writer, part);
  }
  if (writer.content().text.trim() === "") writer.add(card.summary.trim() === "" ? "…" : card.summary);
  const { text, entities } = writer.content();
  const shown = text.trim() === "" ? `${text}…`.slice(-limits.text) : text;
  return { text: shown, entities, keyboard: keyboardOf(card, linkTo) };
};
