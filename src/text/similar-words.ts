/** Longer words are not compared: no command is that long. */
const longest = 20;

/** A word without accents and capitals. */
export const bare = (word: string): string =>
  // No compared word is longer, and normalising some long texts takes seconds.
  word
    .slice(0, 4 * longest)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

/**
 * The number of letters to insert, leave out, replace or swap with their neighbour to turn one word into the other
 * (optimal string alignment).
 */
export const editDistance = (one: string, other: string): number => {
  let older: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (last[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      const changed = Math.min(replaced, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1] && row > 1 && at > 1;
      next.push(isSwapped ? Math.min(changed, (older[at - 2] ?? 0) + 1) : changed);
    }
    older = last;
    last = next;
  }
  return last[other.length] ?? 0;
};

/** The words that a typed word may be a misspelling of: one slip in short words, two in longer ones. */
export const similarWords = (typed: string, words: Iterable<string>): readonly string[] => {
  const word = bare(typed);
  if (word.length < 3 || word.length > longest) return [];
  const slips = word.length >= 7 ? 2 : 1;
  return [...words].filter((each) => {
    const known = bare(each);
    return known.length >= 3 && Math.abs(known.length - word.length) <= slips && editDistance(word, known) <= slips;
  });
};
