import { numberText } from "../i18n/languages.ts";
import { encodeAction } from "../chat/action.ts";
import type { Button, CardPart, Line } from "../chat/card.ts";
import { formatsAfter, type MaybeFormatted } from "../tickets/format.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { beginningOf, excerpt } from "../i18n/excerpt.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { faint } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import { numberFormat } from "../i18n/formats.ts";

/** A message of a ticket; a button shows its whole text. */
interface WholeMessage {
  readonly number: number;
  readonly message: MessageKey;
}

/** A text without a button: the ticket's transcript contains it. */
interface InTranscript {
  readonly number: number;
  readonly transcript: true;
}

/** Where the whole text can be read: a ticket's description (its number), a message, or the transcript. */
export type WholeText = number | WholeMessage | InTranscript;

/** A text. `cut` is the number of its characters that the ticket does not store. */
type Cut = MaybeFormatted & { readonly cut?: number };

const showAll = (of: Exclude<WholeText, InTranscript>, viewer: Viewer): Button => {
  const args = typeof of === "number" ? [of, "all"] : [of.number, "all", of.message.channel, of.message.id];
  return { action: encodeAction("show", ...args), label: sayIn(viewer.locale)("button.showAll") };
};

const buttonsPart = (buttons: readonly Button[], viewer: Viewer): readonly CardPart[] =>
  buttons.length === 0 ? [] : [{ part: "buttons", label: sayIn(viewer.locale)("button.actions"), buttons }];

/** A line with the number of missing characters. If there is no button for the rest, it names the command. */
export const moreLine = (count: number, of: WholeText | null, viewer: Viewer): Line => {
  const characters = numberText(count, viewer.locale);
  const say = sayIn(viewer.locale);
  if (of === null || typeof of === "number" || "message" in of) return [faint(say("text.more", { count, characters }))];
  return [faint(say("text.moreInTranscript", { count, characters, number: of.number }))];
};

/** A quote, and buttons for the rest of it. */
export interface QuoteAndRest {
  readonly parts: readonly CardPart[];
  /** For the card's own row of buttons. */
  readonly buttons: readonly Button[];
}

/** The beginning of a text, the number of missing characters, and a button that shows all of it. */
export const quoteAndRest = (cut: Cut, length: number, of: WholeText, viewer: Viewer): QuoteAndRest => {
  const missing = beginningOf(cut.text, length).characters + (cut.cut ?? 0);
  const quote = quotePart(cut, length);
  if (missing === 0) return { parts: [quote], buttons: [] };
  return {
    parts: [quote, { part: "small", line: moreLine(missing, of, viewer) }],
    buttons: typeof of === "object" && "transcript" in of ? [] : [showAll(of, viewer)],
  };
};

/** The same, with the button in a row of its own. */
export const quoteWithRest = (cut: Cut, length: number, of: WholeText, viewer: Viewer): readonly CardPart[] => {
  const { parts, buttons } = quoteAndRest(cut, length, of, viewer);
  return [...parts, ...buttonsPart(buttons, viewer)];
};

/** The customer's last message, else the ticket's description. */
export const lastMessageQuote = (ticket: Ticket, length: number, viewer: Viewer): QuoteAndRest => {
  const { number, lastCustomerMessage: last, description } = ticket;
  if (last === null) return quoteAndRest({ text: description }, length, number, viewer);
  const whole: WholeText = last.message === null ? { number, transcript: true } : { number, message: last.message };
  return quoteAndRest(last, length, whole, viewer);
};

/**
 * For a shortened text: how many characters and lines are missing, the command that shows all on any platform, and a
 * button. Empty if the excerpt has the whole text.
 */
export const leftOutLines = (
  { text, cut = 0 }: Cut,
  length: number,
  of: Exclude<WholeText, InTranscript>,
  viewer: Viewer,
): readonly CardPart[] => {
  const { characters, lines } = beginningOf(text, length);
  if (characters + cut === 0) return [];
  const figures = numberFormat(viewer.locale);
  const sentence = sayIn(viewer.locale)("text.leftOut", {
    characters: figures.format(characters + cut),
    lines: figures.format(lines),
    number: typeof of === "number" ? of : of.number,
  });
  return [{ part: "small", line: [faint(sentence)] }, ...buttonsPart([showAll(of, viewer)], viewer)];
};

/** A formatted text, or its beginning up to `length` visible characters. */
export const quotePart = ({ text, format = [] }: MaybeFormatted, length?: number): CardPart => {
  const shown = length === undefined ? text : excerpt(text, length);
  const keptFormats = formatsAfter(format, text, shown);
  return { part: "quote", text: shown, ...(keptFormats.length === 0 ? {} : { format: keptFormats }) };
};
