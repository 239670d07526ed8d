/** Words as a list in a sentence, for operators: English. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat("en").format(words);
