/** No writing puts more marks on one letter. */
const most = /(\p{M}{12})\p{M}+/gu;

/**
 * A text whose letters carry no more than twelve marks each, fit to be normalised. Normalising sorts the marks of a letter, and
 * the time that takes grows with the square of their number.
 */
export const withoutMarkRuns = (text: string): string => text.replaceAll(most, "$1");
