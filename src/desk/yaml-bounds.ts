import { isScalar, Lexer, visit, type Document } from "yaml";

/** How many faults of a file are reported. A person corrects a few at a time, and to find the line of each takes time. */
export const mostFaults = 200;

/** How deep lists and mappings of a file may be nested. A desk needs eight levels. */
export const mostNested = 100;

/**
 * Whether lists or mappings are nested deeper than a desk ever needs. The parser calls itself for each level, so a long
 * row of brackets or dashes takes seconds or ends in a stack overflow.
 */
export const isTooDeep = (text: string): boolean => {
  let [brackets, inLine] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets += 1;
    else if (token === "]" || token === "}") brackets -= 1;
    else if (token === "-" || token === "?") inLine += 1;
    else if (token.includes("\n")) inLine = 0;
    if (brackets > mostNested || inLine > mostNested) return true;
  }
  return false;
};

/** Where the file repeats a key of a mapping: the offsets of the later keys, in their order. */
export const doubledKeys = (document: Document): readonly number[] => {
  const offsets: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets.toSorted((one, other) => one - other);
};
