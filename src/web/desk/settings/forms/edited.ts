import { isDeepStrictEqual } from "node:util";
import type { Desk } from "../../../../desk/desk.ts";
import type { DeskFault } from "../../../../desk/findings.ts";
import type { EditingLanguages } from "../../../../desk/editing/codec.ts";
import { entriesOf, entryOf, withEntry, withInputs, type Inputs } from "../../../../desk/editing/entries.ts";
import { fieldName } from "../../../../desk/editing/field.ts";
import { newKey } from "../../../../desk/editing/keys.ts";
import { mapped } from "../../../../desk/editing/plain.ts";
import type { Section } from "../../../../desk/editing/section.ts";
import { readDeskDocument } from "../../../../desk/read-desk-file.ts";
import type { DeskDocument } from "../../../../desk/schema.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { plainText } from "./options.ts";

/** An entry that a person edits, in the version of the desk that their form showed. */
export interface EditedEntry {
  readonly section: Section;
  /** Null for a new entry. */
  readonly key: string | null;
  readonly document: DeskDocument;
  readonly basedOn: number;
  readonly desk: Desk;
  readonly viewer: Viewer;
}

export const languagesOf = ({ document, viewer }: EditedEntry): EditingLanguages => ({
  viewer: viewer.locale,
  desk: document.locale ?? "en",
});

/** The entry as the document has it; an empty one if it is new. */
export const valueBefore = ({ document, section, key }: EditedEntry): unknown =>
  key === null ? {} : entryOf(document, section, key)?.value;

/** Whether a person must name a new entry, because no field of it says what it is. */
export const needsName = ({ section, key }: EditedEntry): boolean =>
  key === null &&
  section.kind === "keyed" &&
  !section.fields.some((field) => ["name", "title"].includes(fieldName(field)));

/** A desk that a form proposes. `key` is that of the entry in it. */
export interface Proposed {
  readonly document: DeskDocument;
  readonly key: string;
  readonly faults: readonly DeskFault[];
}

/** The name of a new entry: what the person typed, or what the entry calls itself. */
const nameOf = ({ document, viewer }: EditedEntry, value: unknown, typed: string): string => {
  const { name, title } = mapped(value);
  return typed === "" ? plainText(name ?? title, document, viewer) : typed;
};

/** The entry; the hours of a calendar are in the time zone of the desk if the form names none. */
const withZone = (value: unknown, { section, desk: { timezone } }: EditedEntry): unknown => {
  const calendar = mapped(value);
  const lacksZone =
    section.name === "calendars" && calendar["open"] === undefined && calendar["timezone"] === undefined;
  return lacksZone ? { ...calendar, timezone } : value;
};

/** The desk with what a person typed, and what is wrong with it. */
export const proposedDesk = (edited: EditedEntry, inputs: Inputs, newName: string): Proposed => {
  const { section, document, desk } = edited;
  const value = withZone(withInputs(section.fields, valueBefore(edited), inputs, languagesOf(edited)), edited);
  const isNewKey = edited.key === null && section.kind === "keyed";
  const key = isNewKey ? newKey(document, section, nameOf(edited, value, newName), desk.former) : edited.key;
  // An entry that was not changed is not written: the built-in reminders would become the desk's own.
  const isChanged = edited.key === null || !isDeepStrictEqual(value, valueBefore(edited));
  const proposed = isChanged ? withEntry(document, section, key, mapped(value)) : document;
  const reading = readDeskDocument(proposed);
  // A step of the reminders goes where its moment belongs.
  const place = entriesOf(proposed, section).find((each) => isDeepStrictEqual(each.value, value))?.key;
  return {
    document: proposed,
    key: section.kind === "list" ? (place ?? key ?? "") : (key ?? ""),
    faults: reading.ok ? [] : reading.faults,
  };
};
