/** An English list as part of a sentence for operators. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat("en").format(words);
