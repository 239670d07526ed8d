import type { Card } from "../../../src/chat/card.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";
import { awayMark } from "../outbound/custom-id.ts";
import type { DiscordTexts } from "./words.ts";

/** One sentence. */
export const sentence = (text: string): Card => ({
  summary: text,
  parts: [{ part: "text", lines: [[{ t: "text", text }]] }],
});

/** Asks before a button acts. Discord has no such question of its own, and a pressed button brings no words but its own. */
export const questionCard = (label: string, action: string, words: DiscordTexts): Card => ({
  summary: words.sure,
  parts: [
    { part: "text", lines: [[{ t: "text", text: words.sure, strong: true }]] },
    {
      part: "buttons",
      label: words.sure,
      buttons: [
        { action, label, style: "danger" },
        { action: awayMark, label: words.cancel },
      ],
    },
  ],
});

/** Says what was wrong with a submission. With a way back to the form, or with what was typed where there is none. */
export const secondTryCard = (
  said: string,
  {
    errors,
    again,
    values,
    words,
  }: {
    readonly errors: FieldErrors;
    readonly again: string | null;
    readonly values: Readonly<Record<string, string>>;
    readonly words: DiscordTexts;
  },
): Card => ({
  summary: said,
  parts: [
    {
      part: "text",
      lines: [
        [{ t: "text", text: said }],
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
            label: words.tryAgain,
            buttons: [{ action: again, label: words.tryAgain, style: "primary" }],
          } as const,
        ]),
  ],
});
