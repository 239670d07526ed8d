import type { Card } from "../../../src/chat/card.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";
import { awayMark } from "../outbound/custom-id.ts";
import type { DiscordTexts } from "./texts.ts";

/** A card with one sentence. */
export const sentence = (text: string): Card => ({
  summary: text,
  parts: [{ part: "text", lines: [[{ t: "text", text }]] }],
});

/** Asks for confirmation before a button acts, because Discord has no confirmation of its own. */
export const questionCard = (label: string, action: string, texts: DiscordTexts): Card => ({
  summary: texts.sure,
  parts: [
    { part: "text", lines: [[{ t: "text", text: texts.sure, strong: true }]] },
    {
      part: "buttons",
      label: texts.sure,
      buttons: [
        { action, label, style: "danger" },
        { action: awayMark, label: texts.cancel },
      ],
    },
  ],
});

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
