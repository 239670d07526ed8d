import type { Card } from "../../../src/chat/card.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";
import { awayMark } from "../outbound/custom-id.ts";
import type { ButtonQuestion } from "../outbound/questions.ts";
import type { DiscordTexts } from "./texts.ts";

/** A card with one sentence. */
export const sentence = (text: string): Card => ({
  summary: text,
  parts: [{ part: "text", lines: [[{ t: "text", text }]] }],
});

/**
 * Asks for confirmation before a button acts, because Discord has no confirmation of its own. Without the button's own question
 * it asks a general one.
 */
export const questionCard = (
  action: string,
  label: string,
  question: ButtonQuestion | null,
  texts: DiscordTexts,
): Card => {
  const { title, text, yes, no } = question ?? { title: texts.sure, text: "", yes: label, no: texts.cancel };
  return {
    summary: title,
    parts: [
      {
        part: "text",
        lines: [[{ t: "text", text: title, strong: true }], ...(text === "" ? [] : [[{ t: "text", text } as const]])],
      },
      {
        part: "buttons",
        label: title,
        buttons: [
          { action, label: yes, style: "danger" },
          { action: awayMark, label: no },
        ],
      },
    ],
  };
};

/**
 * Shows what was wrong with a submission, with a button back to the form; without a stored form, with what was typed.
 */
export const secondTryCard = (
  heading: string,
  {
    errors,
    again,
    values,
    texts,
  }: {
    readonly errors: FieldErrors;
    readonly again: string | null;
    readonly values: Readonly<Record<string, string>>;
    readonly texts: DiscordTexts;
  },
): Card => ({
  summary: heading,
  parts: [
    {
      part: "text",
      lines: [
        [{ t: "text", text: heading }],
        ...Object.values(errors).map((text) => [{ t: "text", text, strong: true } as const]),
      ],
    },
    ...(again === null
      ? Object.values(values)
          .filter((text) => text.trim() !== "")
          .map((text) => ({ part: "quote", text }) as const)
      : [
          {
            part: "buttons",
            label: texts.tryAgain,
            buttons: [{ action: again, label: texts.tryAgain, style: "primary" }],
          } as const,
        ]),
  ],
});
