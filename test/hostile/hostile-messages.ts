import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import type { TextWithMentions } from "../../src/chat/reading/forwarded.ts";
import { withNames } from "../../src/chat/reading/mentions.ts";
import type { Format } from "../../src/tickets/format.ts";
import { hostileLength } from "./shapes.ts";

export const botUser = "U0PLAZO001";

export const noLink = (): null => null;

/** As many formats as a message can have, all over the text. */
export const looks = (text: string): readonly Format[] =>
  Array.from({ length: 2_000 }, (_, index) => {
    const from = Math.floor((index * text.length) / 2_000);
    const as = (["bold", "italic", "strike", "code", "link", "block"] as const)[index % 6] ?? "bold";
    return { from, to: Math.min(text.length, from + 1 + (index % 97)), as };
  });

export const cardWith = (text: string): Card => ({
  summary: text,
  parts: [
    { part: "heading", text },
    {
      part: "facts",
      facts: Array.from({ length: 2 }, () => ({
        label: text,
        value: [
          { t: "text", text, strong: true } as const,
          { t: "person", user: "slack:U1", name: text, ring: false } as const,
        ],
      })),
    },
    {
      part: "text",
      lines: [
        [
          { t: "text", text },
          { t: "link", url: text, label: text },
        ],
      ],
    },
    { part: "quote", text, format: looks(text) },
    { part: "small", line: [{ t: "text", text, faint: true }] },
    { part: "buttons", label: text, buttons: [{ action: "claim 1042", label: text }] },
  ],
});

export const formWith = (text: string): Form => ({
  action: "submit-ticket",
  title: text,
  submit: text,
  cancel: text,
  notice: [[{ t: "text", text }]],
  fields: [
    { name: "title", label: text, hint: text, required: true, initial: text, kind: "line", maxLength: 150 },
    {
      name: "description",
      label: text,
      hint: text,
      required: true,
      initial: text,
      kind: "paragraph",
      maxLength: 3_000,
    },
    {
      name: "severity",
      label: text,
      required: true,
      kind: "radio",
      choices: [{ value: "high", label: text, description: text }],
      initial: "",
    },
  ],
});
export const mention = { type: "user", user_id: botUser };

/** A text with a long name in place of every mention. */
export const withLongNames = (words: TextWithMentions | null | undefined) =>
  words && withNames(words, words.mentions ?? [], () => "Luis of the Night Shift ".repeat(4));

/** Mentions, then lines, then the end of a hostile text: no longer than a message can be. */
export const mentionsAndLines = (mention: string, text: string): string =>
  `${mention.repeat(1_000)}${"\n".repeat(12_000)}${text.slice(-(hostileLength - 12_000 - 1_000 * mention.length))}`;
