/**
 * Returns the value with every text as Postgres can store it. NUL and unpaired surrogates become U+FFFD, the
 * replacement character.
 */
export const sanitize = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? mended(each) : each))) as T;

const mended = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
