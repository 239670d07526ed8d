/**
 * How a stretch of somebody's words looks: from one place of the plain text to before another, in UTF-16 units. A `block` is
 * code in lines of its own. A `link` is an address that stands there in full, so that none can hide behind other words.
 */
export interface Format {
  readonly from: number;
  readonly to: number;
  readonly as: "bold" | "italic" | "strike" | "code" | "block" | "link";
}

/** No message has more of them; what is beyond stays plain. */
export const mostFormats = 500;

/** What cleaning and showing a text leave out of it, and what they put a mark in the place of. */
const omitted = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
const replaced = /[\u0000\u202D\u202E\uD800-\uDFFF]/;

/** For each place of a text, its place in the same text after it was cleaned, cut or made showable. */
const places = (before: string, after: string): readonly number[] => {
  const found: number[] = [];
  let there = 0;
  for (let here = 0; here < before.length; here++) {
    found.push(there);
    const [sign, shown] = [before.charAt(here), after.charAt(there)];
    if (shown !== "" && (sign === shown || (shown === "\uFFFD" && replaced.test(sign)))) there += 1;
    // From here on the text was cut off.
    else if (!omitted.test(sign)) return [...found, ...Array<number>(before.length - here).fill(there)];
  }
  return [...found, there];
};

/** The formats of a text after it was cleaned, cut or made showable: they stay with their words. */
export const followed = (format: readonly Format[], before: string, after: string): readonly Format[] => {
  const kept = format.slice(0, mostFormats);
  if (kept.length === 0 || before === after) return kept;
  const at = places(before, after);
  return kept.flatMap((each) => {
    const [from = 0, to = 0] = [at[each.from], at[each.to]];
    return from < to ? [{ ...each, from, to }] : [];
  });
};

/** Words, and how they look. */
export interface Formatted {
  readonly text: string;
  readonly format?: readonly Format[] | undefined;
}

/** The words of something that is more than words. */
export const wordsOf = ({ text, format }: Formatted): Formatted => (format === undefined ? { text } : { text, format });
/** No writing puts more marks on one letter. */
const most = /(\p{M}{12})\p{M}+/gu;

/**
 * A text whose letters carry no more than twelve marks each, fit to be normalised. Normalising sorts the marks of a letter, and
 * the time that takes grows with the square of their number.
 */
export const withoutMarkRuns = (text: string): string => text.replaceAll(most, "$1");
