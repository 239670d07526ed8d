const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A hostile "character" can be made of thousands of marks: no grapheme may cost more than this on average. */
const unitsPerGrapheme = 12;

const maxLines = 12;

/** The beginning of somebody's words, cut between graphemes and with "…" where something was left out. */
export const excerpt = (text: string, length: number): string => {
  const lines = text
    .trim()
    .replace(/\n\s*\n\s*/g, "\n\n")
    .split("\n");
  const whole = lines.slice(0, maxLines).join("\n");
  let kept = "";
  let count = 0;
  for (const { segment } of graphemes.segment(whole)) {
    if (count === length || kept.length + segment.length > length * unitsPerGrapheme) return `${kept.trimEnd()}…`;
    kept += segment;
    count += 1;
  }
  return lines.length > maxLines ? `${kept}\n…` : kept;
};

/** The same on one line. */
export const oneLine = (text: string, length: number): string => excerpt(text.replace(/\s+/g, " "), length);

/** The longest beginning of at most `units` UTF-16 units that does not split a grapheme. */
export const cutToUnits = (text: string, units: number): string => {
  if (text.length <= units) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text.slice(0, units + 1))) {
    if (kept.length + segment.length > units) break;
    kept += segment;
  }
  return kept;
};
