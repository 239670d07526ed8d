import { Autolink, parser, Strikethrough } from "@lezer/markdown";
import { withoutTail } from "../../../src/chat/text.ts";
import type { Format, Formatted } from "../../../src/tickets/format.ts";

/** Formatting that Discord shows and other platforms can show as well. Everything else stays as typed. */
const reader = parser.configure([
  Strikethrough,
  Autolink,
  { remove: ["HTMLTag", "Entity", "HardBreak", "Link", "Image", "LinkEnd"] },
]);

/** Deeper nesting stays as typed. */
const deepest = 8;

/** Discord's longest message (UTF-16 units), and more marks than a person sets. */
const longest = 4_000;
const mostMarks = 1_000;

/** The parser compares each mark with all earlier ones, so longer texts or texts with more marks stay as typed. */
const isReadable = (source: string): boolean =>
  source.length <= longest && (source.match(/[*_~`<|[\]\\]/g)?.length ?? 0) <= mostMarks;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly cuts: Stretch[];
  readonly formats: Format[];
}

/** Discord hides the language of a code block and the empty lines around it. */
const codeIn = (code: string): { readonly before: number; readonly after: number } => {
  const head = /^(?:[a-z0-9_+\-.#]+(?=\n))?\n*/i.exec(code)?.[0].length ?? 0;
  return { before: head, after: Math.max(head, withoutTail(code, "\n").length) };
};

const delimiter = (source: string, { from, to }: Stretch, name: string): { marks: number; as: Format["as"] } | null => {
  if (name === "Emphasis") return { marks: 1, as: "italic" };
  if (name === "Strikethrough") return { marks: 2, as: "strike" };
  // Two underscores underline, which other platforms cannot show.
  if (name === "StrongEmphasis") return source.startsWith("__", from) ? null : { marks: 2, as: "bold" };
  if (name !== "InlineCode") return null;
  const marks = /^`*/.exec(source.slice(from, to))?.[0].length ?? 1;
  return { marks, as: marks >= 3 && source.slice(from, to).includes("\n") ? "block" : "code" };
};

const look = (source: string, part: Stretch, found: Found, depth: number): void => {
  if (depth > deepest) return;
  for (const { type, from, to } of reader.parseInline(source.slice(part.from, part.to), part.from)) {
    const name = reader.nodeSet.types[type]?.name ?? "";
    if (name === "URL" && /^https?:\/\//.test(source.slice(from, to))) found.formats.push({ from, to, as: "link" });
    const known = delimiter(source, { from, to }, name);
    const marks = known?.marks ?? (name === "StrongEmphasis" ? 2 : 0);
    const inside = { from: from + marks, to: to - marks };
    if (inside.from >= inside.to) continue;
    if (known?.as === "block") {
      const { before, after } = codeIn(source.slice(inside.from, inside.to));
      if (before >= after) continue;
      const shown = { from: inside.from + before, to: inside.from + after };
      found.formats.push({ ...shown, as: "block" });
      found.cuts.push({ from, to: shown.from }, { from: shown.to, to });
    } else if (known !== null) {
      found.formats.push({ ...inside, as: known.as });
      found.cuts.push({ from, to: inside.from }, { from: inside.to, to });
    }
    if (marks > 0 && name !== "InlineCode") look(source, inside, found, depth + 1);
  }
};

/**
 * Reads Discord's Markdown as plain text with formats. `shown` returns the replacement of a typed stretch, and gets the
 * position at which it begins in the plain text.
 */
export const readMarkdown = (
  source: string,
  shown: (typed: string, as: readonly Format["as"][], at: number) => string = (typed) => typed,
): Formatted & { readonly format: readonly Format[] } => {
  const found: Found = { cuts: [], formats: [] };
  if (isReadable(source)) look(source, { from: 0, to: source.length }, found, 0);
  if (found.formats.length === 0) return { text: shown(source, [], 0), format: [] };
  const edges = [...found.cuts, ...found.formats].flatMap(({ from, to }) => [from, to]);
  const borders = [...new Set([0, ...edges, source.length])].toSorted((one, other) => one - other);
  const at = new Map<number, number>();
  let text = "";
  // A code block has lines of its own.
  const beginsBlock = (place: number): boolean =>
    found.formats.some((each) => each.as === "block" && each.from === place);
  for (const [index, from] of borders.entries()) {
    if (beginsBlock(from) && text !== "" && !text.endsWith("\n")) text += "\n";
    at.set(from, text.length);
    const to = borders[index + 1] ?? from;
    if (found.cuts.some((cut) => cut.from <= from && to <= cut.to)) continue;
    const typed = source.slice(from, to);
    if (isEndOfBlock(found, from) && typed !== "" && !typed.startsWith("\n")) text += "\n";
    const as = found.formats.filter((each) => each.from <= from && to <= each.to).map((each) => each.as);
    text += shown(typed, as, text.length);
  }
  const format = found.formats.flatMap((each) => {
    const [start, end] = [at.get(each.from) ?? 0, at.get(each.to) ?? 0];
    return start < end ? [{ from: start, to: end, as: each.as }] : [];
  });
  return { text, format };
};

/** Whether this position follows the marks that end a code block. */
const isEndOfBlock = ({ cuts, formats }: Found, place: number): boolean =>
  cuts.some((cut) => cut.to === place && formats.some((each) => each.as === "block" && each.to === cut.from));
