/**
 * The same value with every text as Postgres can keep it: a NUL and half of a surrogate pair become U+FFFD, the mark for a
 * character that could not be read.
 */
export const sanitize = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? mended(each) : each))) as T;

const mended = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
