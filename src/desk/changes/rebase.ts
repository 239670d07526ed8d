import { isDeepStrictEqual } from "node:util";
import { inKeyOrder, isSameOrder, orderedSections } from "../entry-order.ts";
import { keyedSections } from "./difference.ts";

type Mapping = Readonly<Record<string, unknown>>;

const mappingOf = (value: unknown): Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};

/** The changes of one person on top of those of another. */
interface Rebased {
  readonly document: unknown;
  /** What both changed in different ways, such as `people.ana`. Their changes stay there. */
  readonly conflicts: readonly string[];
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The value of each that is under a key, or undefined. */
const under = ({ base, mine, theirs }: Three, key: string): Three => {
  const at = (value: unknown): unknown => (Object.hasOwn(mappingOf(value), key) ? mappingOf(value)[key] : undefined);
  return { base: at(base), mine: at(mine), theirs: at(theirs) };
};

const keysOf = ({ base, mine, theirs }: Three): readonly string[] => [
  ...new Set([theirs, base, mine].flatMap((each) => Object.keys(mappingOf(each)))),
];

const withoutUndefined = (entries: readonly (readonly [string, unknown])[]): Mapping =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

const joined = (three: Three, path: string, conflicts: string[]): unknown => {
  const { base, mine, theirs } = three;
  if (isDeepStrictEqual(base, mine) || isDeepStrictEqual(mine, theirs)) return theirs;
  if (isDeepStrictEqual(base, theirs)) return mine;
  conflicts.push(path);
  return theirs;
};

/** The keys in the order of the one who changed it. If both did, the order of `theirs` stays, and that is a conflict. */
const joinedOrder = (three: Three, section: string, conflicts: string[]): readonly string[] => {
  const [base, mine, theirs] = [three.base, three.mine, three.theirs].map((each) => Object.keys(mappingOf(each)));
  if (base === undefined || mine === undefined || theirs === undefined) return [];
  if (!orderedSections.includes(section) || isSameOrder(base, mine) || isSameOrder(mine, theirs)) return theirs;
  if (isSameOrder(base, theirs)) return mine;
  conflicts.push(section);
  return theirs;
};

/**
 * Puts what one person changed (`base` to `mine`) on top of what another one changed (`base` to `theirs`). Entries of people,
 * accounts and other sections are taken one by one, and other settings as a whole.
 */
export const rebased = (three: Three): Rebased => {
  const conflicts: string[] = [];
  const document = withoutUndefined(
    keysOf(three).map((section) => {
      const parts = under(three, section);
      if (!keyedSections.includes(section)) return [section, joined(parts, section, conflicts)] as const;
      const entries = keysOf(parts).map(
        (key) => [key, joined(under(parts, key), `${section}.${key}`, conflicts)] as const,
      );
      // A section that all of them lack stays away.
      const isThere = [parts.mine, parts.theirs].some((each) => each !== undefined);
      const order = joinedOrder(parts, section, conflicts);
      return [section, isThere ? inKeyOrder(withoutUndefined(entries), order) : undefined] as const;
    }),
  );
  return { document, conflicts };
};
