import { encodeAction } from "../chat/action.ts";
import type { CardPart } from "../chat/card.ts";
import type { MessageKey } from "../domain/refs.ts";
import { excerpt } from "./excerpt.ts";
import type { Reader } from "./reader.ts";
import { faint } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** A message of a ticket, whose whole text a button gives. */
interface WholeMessage {
  readonly number: number;
  readonly message: MessageKey;
}

/**
 * How much of a text an excerpt of this length leaves out, and the command that gives all of it on whichever platform the
 * reader uses, with a button that gives it at once: the description, or a message; nothing where the excerpt holds the whole text.
 */
export const leftOut = (
  text: string,
  length: number,
  of: number | WholeMessage,
  reader: Reader,
): readonly CardPart[] => {
  const { number, message } = typeof of === "number" ? { number: of, message: undefined } : of;
  const say = sayIn(reader.locale);
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
          say("said.leftOut", {
            characters: figures.format(count),
            lines: figures.format(Math.max(0, lines)),
            command: `/ticket transcript ${number}`,
          }),
        ),
      ],
    },
    {
      part: "buttons",
      label: say("button.actions"),
      buttons: [
        {
          action: encodeAction("show", number, "all", ...(message === undefined ? [] : [message.channel, message.id])),
          label: say("button.showAll"),
        },
      ],
    },
  ];
};
