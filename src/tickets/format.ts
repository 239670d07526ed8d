/**
 * The format of a range of a text: from one place of the plain text to before another, in UTF-16 units. A `block` is
 * code on lines of its own. A `link` is an address that is written out in full, so that no text can hide it.
 */
export interface Format {
  readonly from: number;
  readonly to: number;
  readonly as: "bold" | "italic" | "strike" | "code" | "block" | "link";
}

/** A message keeps at most this many; further ones become plain text. */
export const mostFormats = 500;

/** Characters that cleaning and showing a text leave out, and those that they replace by a mark. */
const omitted = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
const replaced = /[\u0000\u202D\u202E\uD800-\uDFFF]/;

/** For each place of a text, its place in the same text after cleaning, cutting or escaping. */
const places = (before: string, after: string): readonly number[] => {
  const found: number[] = [];
  let there = 0;
  for (let here = 0; here < before.length; here++) {
    found.push(there);
    const [sign, shown] = [before.charAt(here), after.charAt(there)];
    if (shown !== "" && (sign === shown || (shown === "\uFFFD" && replaced.test(sign)))) there += 1;
    // The text was cut off here.
    else if (!omitted.test(sign)) return [...found, ...Array<number>(before.length - here).fill(there)];
  }
  return [...found, there];
};

/** Moves the formats of a text to their places after the text was cleaned, cut or escaped. */
export const formatsAfter = (format: readonly Format[], before: string, after: string): readonly Format[] => {
  const kept = format.slice(0, mostFormats);
  if (kept.length === 0 || before === after) return kept;
  const at = places(before, after);
  return kept.flatMap((each) => {
    const [from = 0, to = 0] = [at[each.from], at[each.to]];
    return from < to ? [{ ...each, from, to }] : [];
  });
};

/** A text with its formats; none if it is plain. */
export interface Formatted {
  readonly text: string;
  readonly format: readonly Format[];
}

/** A text as a platform or a command brings it, with its formats if it says them. */
export type MaybeFormatted = Pick<Formatted, "text"> & Partial<Formatted>;

/** Only the text and the formats of a longer record. */
export const textOf = ({ text, format = [] }: MaybeFormatted): Formatted => ({ text, format });
/** No writing system puts more marks on one letter. */
const most = /(\p{M}{12})\p{M}+/gu;

/**
 * A text whose letters carry at most twelve marks each. Normalising sorts the marks of a letter, which takes time that
 * grows with the square of their number.
 */
export const withoutMarkRuns = (text: string): string => text.replaceAll(most, "$1");
