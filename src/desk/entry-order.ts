import { isDeepStrictEqual } from "node:util";
import { sectionNames } from "./sections.ts";

/** The sections with keys whose entries people read in the order of the desk file. Others are shown by their names. */
export const orderedSections: readonly string[] = sectionNames;

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mappingOf = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

/** The keys of a section as the document has them. */
export const keyOrder = (document: unknown, section: string): readonly string[] =>
  Object.keys(mappingOf(mappingOf(document)[section]));

/** Whether two lists of keys have those that both hold in the same order. */
export const isSameOrder = (one: readonly string[], other: readonly string[]): boolean => {
  const [ofOne, ofOther] = [new Set(one), new Set(other)];
  return isDeepStrictEqual(
    one.filter((key) => ofOther.has(key)),
    other.filter((key) => ofOne.has(key)),
  );
};

/** The entries in this order. Those that it does not name come last. */
export const inKeyOrder = <Entry>(
  entries: Readonly<Record<string, Entry>>,
  order: readonly string[],
): Readonly<Record<string, Entry>> => {
  const named = new Set(order);
  return Object.fromEntries([
    ...order.flatMap((key): readonly (readonly [string, Entry])[] => {
      const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
      return entry === undefined ? [] : [[key, entry]];
    }),
    ...Object.entries(entries).filter(([key]) => !named.has(key)),
  ]);
};

/** Whether two documents say the same, and have the entries in the same order where people read it. */
export const isSameDocument = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) &&
  orderedSections.every((section) => isSameOrder(keyOrder(one, section), keyOrder(other, section)));
