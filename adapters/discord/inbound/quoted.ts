import type { CardPart } from "../../../src/chat/card.ts";
import { splitBlanks } from "../../../src/chat/text.ts";
import { piecesOf, type Piece, type Run } from "../../../src/chat/reading/pieces.ts";
import { webAddress, type LengthBudget } from "../outbound/markdown.ts";

/** A stretch of a line between marks of its own; `raw` is shown as it stands there. */
interface Stretch {
  readonly text: string;
  readonly marks: string;
  readonly raw: boolean;
}

/** Discord knows no escape within what is struck through. */
const marksOf = ({ as, text }: Run): string =>
  (["strike", "bold", "italic"] as const)
    .filter((each) => as.includes(each) && !(each === "strike" && text.includes("~")))
    .map((each) => ({ strike: "~~", bold: "**", italic: "*" })[each])
    .join("");

const backwards = (marks: string): string => [...marks].toReversed().join("");

const verbatim = (run: Run): string | null => {
  if (run.as.includes("link") && webAddress(run.text) !== null) return `<${run.text}>`;
  return run.as.includes("code") && run.text.trim() !== "" && !run.text.includes("`") ? `\`${run.text}\`` : null;
};

/**
 * What is between marks, and what is not. Marks side by side would be read as something else, so the second look is lost; and
 * plain stretches side by side are one, for what must be escaped in it shows only in the whole.
 */
const stretches = (line: readonly Run[]): readonly Stretch[] => {
  const made: Stretch[] = [];
  for (const run of line) {
    const last = made.at(-1);
    const touches = last !== undefined && (last.raw || (last.marks !== "" && last.text.trimEnd() === last.text));
    const raw = touches ? null : verbatim(run);
    const marks = raw !== null || run.text.trim() === "" || (touches && !/^\s/.test(run.text)) ? "" : marksOf(run);
    if (raw !== null) made.push({ text: raw, marks, raw: true });
    else if (marks === "" && last?.marks === "" && !last.raw)
      made[made.length - 1] = { ...last, text: last.text + run.text };
    else made.push({ text: run.text, marks, raw: false });
  }
  return made;
};

/** Marks must touch the words they embrace. */
const drawn = ({ text, marks, raw }: Stretch, budget: LengthBudget): string => {
  if (raw && budget.markup(text) !== "") return text;
  const { before: lead, words, after: tail } = splitBlanks(raw ? text.slice(1, -1) : text);
  const open = budget.markup(marks + marks) === "" ? "" : marks;
  const kept = budget.words(words);
  return kept === "" ? `${lead}${tail}` : `${lead}${open}${kept}${backwards(open)}${tail}`;
};

/** The runs of each line. */
const linesOf = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const lines: Run[][] = [[]];
  for (const { text, as } of runs)
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, as });
    }
  return lines;
};

const wordLines = (runs: readonly Run[], budget: LengthBudget): readonly string[] =>
  linesOf(runs).flatMap((line) => {
    if (budget.markup("\n> ") === "") return [];
    return [
      `> ${stretches(line)
        .map((each) => drawn(each, budget))
        .join("")}`,
    ];
  });

const blockLines = (text: string, budget: LengthBudget): readonly string[] => {
  const lines = ["> ```", ...text.split("\n").map((line) => `> ${line}`), "> ```"];
  // Code that holds the mark of its own end, or is too long, stays words.
  const fits =
    text.trim() !== "" && !text.includes("```") && budget.markup(lines.map((line) => `\n${line}`).join("")) !== "";
  return fits ? lines : wordLines([{ text, as: [] }], budget);
};

const pieceLines = (piece: Piece, budget: LengthBudget): readonly string[] =>
  piece.is === "block" ? blockLines(piece.text, budget) : wordLines(piece.runs, budget);

/** Somebody's words in Discord's Markdown, a quoted line each; none where they say nothing. */
export const quoted = (
  { text, format }: Extract<CardPart, { part: "quote" }>,
  budget: LengthBudget,
): readonly string[] => {
  const words = text.trimEnd();
  return words === "" ? [] : piecesOf(words, format).flatMap((piece) => pieceLines(piece, budget));
};
