import type { RichTextElement, RichTextPreformatted, RichTextQuote } from "@slack/types";
import type { CardPart } from "../../../src/chat/card.ts";
import { piecesOf, type Piece, type Run } from "../../../src/chat/reading/pieces.ts";
import { isWebAddress, type TextBudget } from "../outbound/rich-text.ts";

const element = (run: Run, budget: TextBudget): readonly RichTextElement[] => {
  const text = budget.take(run.text);
  if (text === "") return [];
  const style = Object.fromEntries(run.as.filter((each) => each !== "link").map((each) => [each, true]));
  const styled = Object.keys(style).length === 0 ? {} : { style };
  // A cut address is no longer a link.
  return run.as.includes("link") && text === run.text && isWebAddress(text)
    ? [{ type: "link", url: text, ...styled }]
    : [{ type: "text", text, ...styled }];
};

const pieceElements = (piece: Piece, budget: TextBudget): readonly (RichTextQuote | RichTextPreformatted)[] => {
  const runs = piece.is === "block" ? [{ text: piece.text, as: [] }] : piece.runs;
  if (runs.every(({ text }) => text.trim() === "")) return [];
  const elements = runs.flatMap((run) => element(run, budget));
  if (elements.length === 0) return [];
  if (piece.is === "words") return [{ type: "rich_text_quote", elements }];
  const [code] = elements;
  return code?.type === "text" ? [{ type: "rich_text_preformatted", elements: [code] }] : [];
};

/** A person's text as rich text: quoted, with code blocks in between. Slack shows text elements literally. */
export const quoted = (
  { text, format }: Extract<CardPart, { part: "quote" }>,
  budget: TextBudget,
): readonly (RichTextQuote | RichTextPreformatted)[] =>
  piecesOf(text, format).flatMap((piece) => pieceElements(piece, budget));
