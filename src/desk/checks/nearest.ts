/** The number of letters to add, remove, replace or swap with their neighbour to turn one word into the other. */
const distance = (one: string, other: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? Infinity;
};

/** Words that people use for a key of another name. */
const synonyms: Readonly<Record<string, string>> = {
  language: "locale",
  lang: "locale",
  tz: "timezone",
  contacts: "people",
};

/** The word that was probably meant; null if none is near. */
export const nearest = (written: string, known: readonly string[]): string | null => {
  if (written.length > 40) return null;
  const words = [...known, ...Object.keys(synonyms).filter((each) => known.includes(synonyms[each] ?? ""))];
  const ranked = words
    .map((word) => ({ word, far: distance(written.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const [best] = ranked;
  if (best === undefined || best.far > Math.max(1, Math.floor(written.length / 3))) return null;
  return known.includes(best.word) ? best.word : (synonyms[best.word] ?? null);
};
