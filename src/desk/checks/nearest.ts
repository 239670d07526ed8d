import { editDistance } from "../../text/similar-words.ts";

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
    .map((word) => ({ word, far: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const [best] = ranked;
  if (best === undefined || best.far > Math.max(1, Math.floor(written.length / 3))) return null;
  return known.includes(best.word) ? best.word : (synonyms[best.word] ?? null);
};
