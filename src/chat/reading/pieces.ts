import { formatsAfter, type Format } from "../../tickets/format.ts";
import { showable } from "../text.ts";

/** A part of a text with the same formatting. */
export interface Run {
  readonly text: string;
  readonly as: readonly Exclude<Format["as"], "block">[];
}

/** Lines of text, or a block of code. */
export type Piece =
  | { readonly is: "words"; readonly runs: readonly Run[] }
  | { readonly is: "block"; readonly text: string };

const overlap = (one: Format, other: Format): boolean => one.from < other.to && other.from < one.to;

const blocksIn = (format: readonly Format[]): readonly Format[] => {
  const blocks = format.filter(({ as }) => as === "block").toSorted((one, other) => one.from - other.from);
  return blocks.filter((each, index) => !blocks.slice(0, index).some((before) => overlap(before, each)));
};

const inline = ["bold", "italic", "strike", "code", "link"] as const;

/** The parts of a text range, cut wherever the formatting changes. */
const runsIn = (text: string, format: readonly Format[], from: number, to: number): readonly Run[] => {
  const here = format.filter((each) => each.as !== "block" && each.from < to && from < each.to);
  const edges = here.flatMap((each) => [each.from, each.to]).filter((edge) => from < edge && edge < to);
  const borders = [...new Set([from, ...edges, to])].toSorted((one, other) => one - other);
  return borders.slice(0, -1).flatMap((start, index) => {
    const end = borders[index + 1] ?? to;
    const covers = (as: Format["as"]): boolean =>
      here.some((each) => each.as === as && each.from <= start && end <= each.to);
    return start < end ? [{ text: text.slice(start, end), as: inline.filter(covers) }] : [];
  });
};

/** The position, moved back by one if it is inside a surrogate pair. */
const wholeAt = (text: string, place: number): number =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, place - 1), place + 1)) ? place - 1 : place;

/**
 * A person's text as displayable pieces, in order. A line break between text and a code block belongs to neither: each
 * begins on its own line.
 */
export const piecesOf = (whole: string, format: readonly Format[] = []): readonly Piece[] => {
  const text = showable(whole);
  const formats = formatsAfter(format, whole, text).flatMap((each) => {
    const [from, to] = [wholeAt(text, each.from), wholeAt(text, Math.min(each.to, text.length))];
    return from < to ? [{ ...each, from, to }] : [];
  });
  const pieces: Piece[] = [];
  const prose = (from: number, to: number): void => {
    if (from < to) pieces.push({ is: "words", runs: runsIn(text, formats, from, to) });
  };
  let at = 0;
  for (const { from, to } of blocksIn(formats)) {
    prose(at, text.charAt(from - 1) === "\n" ? from - 1 : from);
    pieces.push({ is: "block", text: text.slice(from, to) });
    at = text.charAt(to) === "\n" ? to + 1 : to;
  }
  prose(at, text.length);
  return pieces;
};
