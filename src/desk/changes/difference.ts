import { isDeepStrictEqual } from "node:util";
import { parse, stringify } from "yaml";
import { isSameOrder, keyOrder, orderedSections } from "../entry-order.ts";
import { builtInLadder } from "../desk-of.ts";
import { sectionNames } from "../sections.ts";

/** One value of an entry that differs. `before` null: it was added. `after` null: it was removed. */
interface FieldChange {
  /** Dotted, within the entry; empty for the entry as a whole. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry of a section that differs, such as one person or one plan. */
export interface EntryChange {
  /** A top-level key of the desk file. */
  readonly section: string;
  /** Null for a setting that has no entries. */
  readonly key: string | null;
  /** The name that the entry has, or had. */
  readonly name: string | null;
  readonly kind: "added" | "removed" | "changed";
  readonly fields: readonly FieldChange[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** The sections that hold entries by key, in the order in which people look for changes. */
export const keyedSections: readonly string[] = [
  "people",
  "accounts",
  "plans",
  "calendars",
  "severities",
  ...sectionNames,
];

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {});

const keysOf = (before: Mapping, after: Mapping): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

const valueOf = (mapping: Mapping, key: string): unknown => (Object.hasOwn(mapping, key) ? mapping[key] : undefined);

/** A value in one line, as a desk file writes it. */
const textOf = (value: unknown): string =>
  typeof value === "string" ? value : stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();

/** The item of a list that a value of a difference stands for; null if it is none. */
export const changedItem = (written: string): Mapping | null => {
  try {
    const item: unknown = parse(written);
    return isMapping(item) && Object.keys(item).length > 0 ? item : null;
  } catch {
    // A desk with faults may have any text where an item belongs.
    return null;
  }
};

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** A text that equal items have in common, whatever the order of their keys. */
const bucketOf = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    isMapping(value) ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)) : value,
  );

/** The items of one list that another one lacks, each as often as it is missing there. */
const missingIn = (items: readonly unknown[], others: readonly unknown[]): readonly unknown[] => {
  const left = Map.groupBy(others, bucketOf);
  return items.filter((item) => {
    const alike = left.get(bucketOf(item)) ?? [];
    const at = alike.findLastIndex((each) => isDeepStrictEqual(each, item));
    if (at >= 0) alike.splice(at, 1);
    return at < 0;
  });
};

/** What an item of a list calls itself; null for one without a name or title. */
const titleOf = (item: unknown): string | null => {
  const { name, title } = mappingOf(item);
  const called = name ?? title;
  return called === undefined ? null : isMapping(called) ? textOf(Object.values(called)[0]) : textOf(called);
};

/** A list in one line: by the titles of its items if all have one. */
const listText = (items: readonly unknown[]): string => {
  const titles = items.map(titleOf);
  return titles.length > 0 && titles.every((each) => each !== null) ? titles.join(" · ") : textOf(items);
};

/** The items that a list lost and gained; the whole lists if only their order differs. */
const listChanges = (path: string, before: unknown, after: unknown): readonly FieldChange[] => {
  const [one, other] = [listOf(before), listOf(after)];
  const gone = missingIn(one, other).map((each) => ({ path, before: textOf(each), after: null }));
  const gained = missingIn(other, one).map((each) => ({ path, before: null, after: textOf(each) }));
  if (gone.length + gained.length > 0) return [...gone, ...gained];
  return isDeepStrictEqual(one, other) ? [] : [{ path, before: listText(one), after: listText(other) }];
};

const fieldChanges = (path: string, before: unknown, after: unknown): readonly FieldChange[] => {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) || Array.isArray(after)) return listChanges(path, before, after);
  if ((isMapping(before) || before === undefined) && (isMapping(after) || after === undefined)) {
    const [one, other] = [mappingOf(before), mappingOf(after)];
    return keysOf(one, other).flatMap((key) =>
      fieldChanges(path === "" ? key : `${path}.${key}`, valueOf(one, key), valueOf(other, key)),
    );
  }
  const shown = (value: unknown): string | null => (value === undefined ? null : textOf(value));
  return [{ path, before: shown(before), after: shown(after) }];
};

const nameOf = (entry: unknown): string | null => {
  const name = valueOf(mappingOf(entry), "name");
  return typeof name === "string" ? name : null;
};

const entryChange = (
  { section, key }: Pick<EntryChange, "section" | "key">,
  before: unknown,
  after: unknown,
): readonly EntryChange[] => {
  if (isDeepStrictEqual(before, after)) return [];
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const fields = fieldChanges("", before, after);
  // A list of one item and the item alone mean the same.
  if (fields.length === 0 && kind === "changed") return [];
  return [{ section, key, name: nameOf(after) ?? nameOf(before), kind, fields }];
};

/** The path of a change of the order in which a section's entries stand. */
export const orderPath = "$order";

/** The order of a section's entries, if it differs among those that both documents have. */
const orderChange = (section: string, before: Mapping, after: Mapping): readonly EntryChange[] => {
  const orders = [before, after].map((each) => keyOrder(each, section));
  const [had = [], has = []] = orders;
  if (isSameOrder(had, has)) return [];
  const text = (document: Mapping, keys: readonly string[]): string =>
    keys.map((key) => titleOf(valueOf(mappingOf(document[section]), key)) ?? key).join(" · ");
  const fields = [{ path: orderPath, before: text(before, had), after: text(after, has) }];
  return [{ section, key: null, name: null, kind: "changed", fields }];
};

/** A setting that differs. The first steps of its own take the place of the built-in ones. */
const settingChange = (section: string, before: unknown, after: unknown): readonly EntryChange[] =>
  entryChange({ section, key: null }, before, after).map((change) =>
    section === "reminders" && change.kind === "added"
      ? { ...change, fields: listChanges("", builtInLadder, after) }
      : change,
  );

/**
 * What differs between two desk documents: entry by entry, and field by field within an entry. Either may have faults, so
 * their shape is not relied on.
 */
export const deskDifference = (before: unknown, after: unknown): readonly EntryChange[] => {
  const [one, other] = [mappingOf(before), mappingOf(after)];
  const keyed = keyedSections.flatMap((section) => {
    const [had, has] = [mappingOf(one[section]), mappingOf(other[section])];
    return [
      ...(orderedSections.includes(section) ? orderChange(section, one, other) : []),
      ...keysOf(had, has).flatMap((key) => entryChange({ section, key }, valueOf(had, key), valueOf(has, key))),
    ];
  });
  const settings = keysOf(one, other)
    .filter((section) => !keyedSections.includes(section))
    .flatMap((section) => settingChange(section, one[section], other[section]));
  return [...keyed, ...settings];
};
