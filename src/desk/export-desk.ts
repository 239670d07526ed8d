import { stringify } from "yaml";
import { deskDocument } from "./schema.ts";

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
