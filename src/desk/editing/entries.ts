import { isDeepStrictEqual } from "node:util";
import { ladderFits } from "../checks/ladder-fits.ts";
import { builtInLadder } from "../desk-of.ts";
import { inKeyOrder } from "../entry-order.ts";
import { parseDuration } from "../duration.ts";
import { valueAt } from "../locate.ts";
import type { DeskDocument } from "../schema.ts";
import { partsOf, valueOf, type EditingLanguages, type Parts } from "./codec.ts";
import { fieldName, type FieldShape } from "./field.ts";
import { listed, mapped, set, unset, type Data } from "./plain.ts";
import type { Section } from "./section.ts";

/** An entry of a section as the document has it. The key of a list's entry is its place, and a single form has the key "". */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** The inputs of a form that came back: all texts of each name. A name that is missing was not in the form. */
export type Inputs = ReadonlyMap<string, readonly string[]>;

/** The reminders of a desk that names none are the built-in ones: the first edit writes them down. */
const listOf = (document: DeskDocument, { name, path }: Section): readonly unknown[] => {
  const written = valueAt(document, path);
  return Array.isArray(written) ? written : name === "reminders" ? builtInLadder : [];
};

export const entriesOf = (document: DeskDocument, section: Section): readonly Entry[] => {
  const written = valueAt(document, section.path);
  switch (section.kind) {
    case "keyed":
      return Object.entries(mapped(written)).map(([key, value]) => ({ key, value }));
    case "fixed":
      return section.keys.map((key) => ({ key, value: mapped(written)[key] ?? {} }));
    case "list":
      return listOf(document, section).map((value, index) => ({ key: String(index), value }));
    case "single":
      return [{ key: "", value: written ?? {} }];
  }
};

/** The entry with this key; null if there is none. */
export const entryOf = (document: DeskDocument, section: Section, key: string): Entry | null => {
  if (section.kind !== "keyed") return entriesOf(document, section).find((each) => each.key === key) ?? null;
  const entries = valueAt(document, section.path);
  const isThere = typeof entries === "object" && entries !== null && Object.hasOwn(entries, key);
  return isThere ? { key, value: valueAt(entries, [key]) } : null;
};

/** The path of an entry in the document. */
export const entryPath = ({ kind, path }: Section, key: string): readonly string[] =>
  kind === "single" ? path : [...path, key];

/** What a form shows for a field of an entry. */
export const shownParts = (field: FieldShape, entry: unknown, languages: EditingLanguages): Parts =>
  partsOf(field.kind, valueAt(entry, field.path), languages);

/** What came back for a field; null if the form did not have it. */
export const postedParts = (field: FieldShape, inputs: Inputs): Parts | null => {
  const name = fieldName(field);
  const own = [...inputs].flatMap(([each, texts]) =>
    each === name || (each.startsWith(`${name}.`) && !each.slice(name.length + 1).includes("."))
      ? [[each.slice(name.length), texts] as const]
      : [],
  );
  return own.length === 0 ? null : Object.fromEntries(own);
};

/** An address alone becomes one beside articles where there are articles. */
const asManual = (address: unknown, before: unknown): unknown =>
  typeof before === "object" && before !== null
    ? Object.fromEntries(Object.entries({ ...before, url: address }).filter(([, value]) => value !== undefined))
    : address;

/** Whether a field is drawn as check boxes, which send what is ticked in their own order. */
const isTicked = ({ kind }: FieldShape): boolean =>
  ["choices", "recipients", "channels", "users", "key"].includes(kind.is);

/** What is ticked, in the order in which it stood before; what is new comes last. */
const inOldOrder = (value: unknown, before: unknown): unknown => {
  if (!Array.isArray(value) || !Array.isArray(before)) return value;
  const [now, then] = [listed(value), listed(before)];
  const [isNow, wasThen] = [new Set(now), new Set(then)];
  return [...then.filter((each) => isNow.has(each)), ...now.filter((each) => !wasThen.has(each))];
};

/**
 * The entry with what came back from its form. A field that says the same as before stays exactly as it was written, and so
 * does everything that the form does not ask for.
 */
export const withInputs = (
  fields: readonly FieldShape[],
  entry: unknown,
  inputs: Inputs,
  languages: EditingLanguages,
): unknown => {
  const edited: Data = structuredClone(mapped(entry));
  for (const field of fields) {
    const posted = postedParts(field, inputs);
    if (posted === null) continue;
    const before = valueAt(entry, field.path);
    const sameAsBefore = valueOf(field.kind, partsOf(field.kind, before, languages), languages);
    const sent = valueOf(field.kind, posted, languages);
    const value = isTicked(field) ? inOldOrder(sent, sameAsBefore) : sent;
    if (isDeepStrictEqual(value, sameAsBefore)) continue;
    const written = field.kind.is === "manual" ? asManual(value, before) : value;
    if (written === undefined) unset(edited, field.path);
    else set(edited, field.path, written);
  }
  return edited;
};

interface Step {
  readonly at?: string;
  readonly left?: string;
}

/** Steps by share, then by time left, as the desk file wants them. */
const inOrder = (steps: readonly unknown[]): readonly unknown[] => {
  if (ladderFits(steps as readonly Step[])) return steps;
  const placeOf = (step: unknown): number => {
    const { at, left } = step as Step;
    return at === undefined ? 1e12 - (parseDuration(left ?? "")?.ms ?? 0) : Number.parseInt(at, 10);
  };
  return steps.toSorted((one, other) => placeOf(one) - placeOf(other));
};

const withList = (document: DeskDocument, section: Section, list: readonly unknown[]): DeskDocument => {
  const edited: Data = structuredClone(document);
  const written = section.name === "reminders" ? inOrder(list) : list;
  const manual = document.manual;
  if (section.name === "articles" && typeof manual === "string") edited["manual"] = { url: manual };
  if (written.length === 0) unset(edited, section.path);
  else set(edited, section.path, written);
  return edited;
};

/** The document with this entry, new or changed; null takes it out. A list takes a new entry at its end. */
export const withEntry = (
  document: DeskDocument,
  section: Section,
  key: string | null,
  value: object | null,
): DeskDocument => {
  if (section.kind === "list") {
    const list = listOf(document, section);
    const at = key === null ? list.length : Number(key);
    return withList(document, section, list.toSpliced(at, 1, ...(value === null ? [] : [value])));
  }
  if (section.path.length === 0 && value !== null) return value;
  const edited: Data = structuredClone(document);
  const path = entryPath(section, key ?? "");
  if (value === null || (section.kind !== "keyed" && Object.keys(value).length === 0)) unset(edited, path);
  else set(edited, path, value);
  return edited;
};

/** The document with the entries of a section in this order of their keys; null if these are not all of them, each once. */
export const withOrder = (document: DeskDocument, section: Section, keys: readonly string[]): DeskDocument | null => {
  const entries = entriesOf(document, section);
  const named = new Set(keys);
  const isWhole = keys.length === entries.length && entries.every(({ key }) => named.has(key));
  if (!isWhole) return null;
  if (section.kind === "list")
    return withList(
      document,
      section,
      keys.flatMap((key) => [entries[Number(key)]?.value]),
    );
  const edited: Data = structuredClone(document);
  set(edited, section.path, inKeyOrder(mapped(valueAt(document, section.path)), keys));
  return edited;
};
