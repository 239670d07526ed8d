import type { DeskDocument } from "./schema.ts";
import { sectionNames, type SectionName } from "./sections.ts";

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
