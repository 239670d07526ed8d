import { type DeskDocument, deskDocument } from "./schema.ts";
import { sectionNames, type SectionName } from "./sections.ts";
import { stringify } from "yaml";

/**
 * The document after a part was applied: only what the part names changes. Entries of sections are replaced one by one
 * by their key; a list is replaced as a whole.
 */
export const mergeDesk = (current: DeskDocument | null, file: DeskDocument): DeskDocument => {
  if (current === null) return file;
  return {
    ...current,
    ...file,
    ...merged("calendars", current, file),
    ...merged("severities", current, file),
    ...merged("plans", current, file),
    ...merged("channels", current, file),
    ...merged("people", current, file),
    ...merged("accounts", current, file),
    ...sectionNames.reduce((all, name) => ({ ...all, ...merged(name, current, file) }), {}),
  };
};

type Section = "calendars" | "severities" | "plans" | "channels" | "people" | "accounts" | SectionName;

const merged = <Name extends Section>(
  name: Name,
  current: DeskDocument,
  file: DeskDocument,
): Pick<DeskDocument, Name> | object =>
  current[name] === undefined && file[name] === undefined ? {} : { [name]: { ...current[name], ...file[name] } };

/**
 * A stored document as a desk file that reads back to the same. A database does not keep the order of keys: parsing
 * restores that of the documentation, and entries are sorted by name.
 */
export const exportDesk = (stored: unknown): string => {
  const document = deskDocument.parse(stored);
  const sorted = Object.fromEntries(
    (["calendars", "plans", "people", "accounts"] as const)
      .filter((section) => document[section] !== undefined)
      .map((section) => [section, byName(document[section] ?? {})]),
  );
  return stringify({ ...document, ...sorted }, { lineWidth: 120, aliasDuplicateObjects: false });
};

const byName = (entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(entries).toSorted(([one], [other]) => one.localeCompare(other)));
