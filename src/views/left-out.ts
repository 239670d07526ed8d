import type { CardPart } from "../chat/card.ts";
import { excerpt } from "./excerpt.ts";
import type { Reader } from "./reader.ts";
import { faint } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/**
 * How much of a text an excerpt of this length leaves out, and the command that gives all of it on whichever platform the
 * reader uses; nothing where the excerpt holds the whole text.
 */
export const leftOut = (text: string, length: number, number: number, reader: Reader): readonly CardPart[] => {
  const shown = excerpt(text, length);
  if (!shown.endsWith("…") || text.trim().endsWith("…")) return [];
  const count = text.trim().length - (shown.length - 1);
  const lines = text.trim().split("\n").length - shown.slice(0, -1).trimEnd().split("\n").length;
  if (count <= 0) return [];
  const figures = new Intl.NumberFormat(reader.locale);
  return [
    {
      part: "small",
      line: [
        faint(
          sayIn(reader.locale)("said.leftOut", {
            characters: figures.format(count),
            lines: figures.format(Math.max(0, lines)),
            command: `/ticket transcript ${number}`,
          }),
        ),
      ],
    },
  ];
};
