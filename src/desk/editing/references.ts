import { keysOf, references } from "../checks/references.ts";
import { valueAt } from "../locate.ts";
import type { DeskDocument } from "../schema.ts";
import { withEntry } from "./entries.ts";
import { listed, mapped } from "./plain.ts";
import type { Section } from "./section.ts";

/** A place in the document that names an entry: a value, or one of a list. */
export interface NamingPlace {
  readonly path: readonly (string | number)[];
  /** Whether the entry there cannot do without it. */
  readonly isRequired: boolean;
}

const isRequired = (path: NamingPlace["path"]): boolean =>
  (path[0] === "accounts" && path[2] === "plan") || (path[0] === "plans" && path[2] === "calendar");

/** The places of a list that name the key. */
const inList = (document: DeskDocument, path: NamingPlace["path"], key: string): readonly NamingPlace[] =>
  listed(valueAt(document, path)).flatMap((each, index) =>
    each === key ? [{ path: [...path, index], isRequired: false }] : [],
  );

/** Every place that names an entry, outside of the entry itself. */
export const placesNaming = (document: DeskDocument, { name }: Section, key: string): readonly NamingPlace[] => {
  const single = references(document).flatMap((each) =>
    each.section === name && each.name === key && !(each.path[0] === name && each.path[1] === key)
      ? [{ path: each.path, isRequired: isRequired(each.path) }]
      : [],
  );
  if (name !== "people") return single;
  const steps = (document.reminders ?? []).keys();
  return [
    ...single,
    ...keysOf(document, "areas").flatMap((area) => inList(document, ["areas", area, "agents"], key)),
    ...[...steps].flatMap((step) =>
      ["tell", "email"].flatMap((how) => inList(document, ["reminders", step, how], key)),
    ),
  ];
};

/** Changes the value at a path; undefined takes it out. */
const changedAt = (data: unknown, [first, ...rest]: NamingPlace["path"], value: string | undefined): unknown => {
  if (first === undefined) return value;
  if (Array.isArray(data)) {
    const inner = changedAt(data[Number(first)], rest, value);
    const others = data.filter((_, index) => index !== Number(first));
    if (inner === undefined || others.includes(inner)) return others.length === 0 ? undefined : others;
    return data.with(Number(first), inner);
  }
  const inner = changedAt(mapped(data)[first], rest, value);
  const { [first]: before, ...others } = mapped(data);
  if (before === undefined) return data;
  return inner === undefined ? others : { ...mapped(data), [first]: inner };
};

/** Later places of a list come first, so that taking one out does not move the others. */
const fromTheEnd = (mentions: readonly NamingPlace[]): readonly NamingPlace[] => mentions.toReversed();

/**
 * The document without an entry. Where it was named, the replacement is named: one for all places, or what is chosen for each.
 * Null leaves the place empty. A person does not become their own deputy.
 */
export const withoutEntry = (
  document: DeskDocument,
  section: Section,
  key: string,
  replacement: string | null | ((place: NamingPlace) => string | null),
): DeskDocument => {
  const named = fromTheEnd(placesNaming(document, section, key)).reduce<unknown>((data, place) => {
    const { path } = place;
    const chosen = typeof replacement === "function" ? replacement(place) : replacement;
    const isOwn = path[0] === "people" && path[1] === chosen;
    return changedAt(data, path, isOwn || chosen === null ? undefined : chosen);
  }, document);
  return withEntry(named as DeskDocument, section, key, null);
};
