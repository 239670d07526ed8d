import type { RichTextElement, RichTextPreformatted, RichTextQuote } from "@slack/types";
import type { CardPart } from "../../../src/chat/card.ts";
import { piecesOf, type Piece, type Run } from "../../../src/chat/reading/pieces.ts";
import { isWebAddress, type Purse } from "../outbound/rich-text.ts";

const element = (run: Run, purse: Purse): readonly RichTextElement[] => {
  const text = purse.take(run.text);
  if (text === "") return [];
  const style = Object.fromEntries(run.as.filter((each) => each !== "link").map((each) => [each, true]));
  const styled = Object.keys(style).length === 0 ? {} : { style };
  // What was cut is no address any more.
  return run.as.includes("link") && text === run.text && isWebAddress(text)
    ? [{ type: "link", url: text, ...styled }]
    : [{ type: "text", text, ...styled }];
};

const pieceElements = (piece: Piece, purse: Purse): readonly (RichTextQuote | RichTextPreformatted)[] => {
  const runs = piece.is === "block" ? [{ text: piece.text, as: [] }] : piece.runs;
  if (runs.every(({ text }) => text.trim() === "")) return [];
  const elements = runs.flatMap((run) => element(run, purse));
  if (elements.length === 0) return [];
  if (piece.is === "words") return [{ type: "rich_text_quote", elements }];
  const [code] = elements;
  return code?.type === "text" ? [{ type: "rich_text_preformatted", elements: [code] }] : [];
};

/** Somebody's words as rich text: quoted, with blocks of code between. Text elements are literal in Slack. */
export const quoted = (
  { text, format }: Extract<CardPart, { part: "quote" }>,
  purse: Purse,
): readonly (RichTextQuote | RichTextPreformatted)[] =>
  piecesOf(text, format).flatMap((piece) => pieceElements(piece, purse));
