const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Letters of Latin languages and common punctuation: none of them joins with its neighbour. */
const unjoined = /^[\n\u0020-\u007e\u00a0-\u02ff\u2010-\u2027]*$/;

function* segmented(text: string): Generator<string, void> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** The graphemes of a text, in order. A text in which each character is one needs no segmenter, which is slow. */
const graphemesOf = (text: string): Iterable<string> => (unjoined.test(text) ? text : segmented(text));

/** A hostile "character" can consist of thousands of marks, so this limits the average length of a grapheme. */
const unitsPerGrapheme = 12;

const maxLines = 12;

/** The beginning of a text, and what is missing: characters, and lines that are not shown at all. */
export interface TextBeginning {
  readonly text: string;
  readonly characters: number;
  readonly lines: number;
}

/** The beginning of a text, cut between graphemes, with "…" if something is missing. */
export const beginningOf = (text: string, length: number): TextBeginning => {
  const lines = text
    .trim()
    .replace(/\n\s*\n\s*/g, "\n\n")
    .split("\n");
  const whole = lines.slice(0, maxLines).join("\n");
  const missing = lines.slice(maxLines).reduce((sum, line) => sum + 1 + line.length, 0);
  let kept = "";
  let count = 0;
  for (const segment of graphemesOf(whole)) {
    if (count === length || kept.length + segment.length > length * unitsPerGrapheme)
      return {
        text: `${kept.trimEnd()}…`,
        characters: whole.length - kept.length + missing,
        lines: lines.length - kept.split("\n").length,
      };
    kept += segment;
    count += 1;
  }
  return lines.length > maxLines
    ? { text: `${kept}\n…`, characters: missing, lines: lines.length - maxLines }
    : { text: kept, characters: 0, lines: 0 };
};

/** Only the text of it. */
export const excerpt = (text: string, length: number): string => beginningOf(text, length).text;

/** The same on one line. */
export const oneLine = (text: string, length: number): string => excerpt(text.replace(/\s+/g, " "), length);

/** The longest beginning of at most `units` UTF-16 units that does not split a grapheme. */
export const cutToUnits = (text: string, units: number): string => {
  if (text.length <= units) return text;
  let kept = "";
  for (const segment of graphemesOf(text.slice(0, units + 1))) {
    if (kept.length + segment.length > units) break;
    kept += segment;
  }
  return kept;
};
