import type { CardPart } from "../../../src/chat/card.ts";
import { splitBlanks } from "../../../src/chat/text.ts";
import { piecesOf, type Piece, type Run } from "../../../src/chat/reading/pieces.ts";
import { webAddress, type LengthBudget } from "../outbound/markdown.ts";

/** A stretch of a line with its own marks. If `raw`, the text is final Markdown. */
interface Stretch {
  readonly text: string;
  readonly marks: string;
  readonly raw: boolean;
}

/** Discord knows no escape inside struck-through text. */
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
 * Splits a line into stretches with and without marks. Two pairs of marks side by side would be misread, so the second
 * loses its look. Plain stretches side by side are joined, because what must be escaped depends on the whole.
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

/** Marks must touch the text that they enclose. */
const rendered = ({ text, marks, raw }: Stretch, budget: LengthBudget): string => {
  if (raw && budget.markup(text) !== "") return text;
  const { before: lead, inner, after: tail } = splitBlanks(raw ? text.slice(1, -1) : text);
  const open = budget.markup(marks + marks) === "" ? "" : marks;
  const keptText = budget.text(inner);
  return keptText === "" ? `${lead}${tail}` : `${lead}${open}${keptText}${backwards(open)}${tail}`;
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
        .map((each) => rendered(each, budget))
        .join("")}`,
    ];
  });

const blockLines = (text: string, budget: LengthBudget): readonly string[] => {
  const lines = ["> ```", ...text.split("\n").map((line) => `> ${line}`), "> ```"];
  // Code that contains its own end mark or is too long stays plain text.
  const fits =
    text.trim() !== "" && !text.includes("```") && budget.markup(lines.map((line) => `\n${line}`).join("")) !== "";
  return fits ? lines : wordLines([{ text, as: [] }], budget);
};

const pieceLines = (piece: Piece, budget: LengthBudget): readonly string[] =>
  piece.is === "block" ? blockLines(piece.text, budget) : wordLines(piece.runs, budget);

/** A person's text in Discord's Markdown, one quoted line each; none if it is empty. */
export const quoted = (
  { text, format }: Extract<CardPart, { part: "quote" }>,
  budget: LengthBudget,
): readonly string[] => {
  const inner = text.trimEnd();
  return inner === "" ? [] : piecesOf(inner, format).flatMap((piece) => pieceLines(piece, budget));
};
