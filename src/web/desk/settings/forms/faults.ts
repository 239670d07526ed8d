import type { DeskFault } from "../../../../desk/findings.ts";
import { deskFaultSentence } from "../../../../features/desk-checks/index.ts";
import { entryOf, entryPath } from "../../../../desk/editing/entries.ts";
import { fieldName, type FieldShape } from "../../../../desk/editing/field.ts";
import { sectionNamed } from "../../../../desk/editing/section.ts";
import type { DeskDocument } from "../../../../desk/schema.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { EditedEntry, Proposed } from "./edited.ts";
import { faultText } from "./fault-text.ts";
import { fieldLabel } from "./labels.ts";
import { entryName } from "./options.ts";
import { fieldAt, placeName } from "./place-name.ts";

/** What is wrong with a form: beside its fields, and elsewhere in the desk. */
export interface FormFaults {
  /** By the name of the field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Sentences for faults that no field of the form has. */
  readonly elsewhere: readonly string[];
}

export const noFaults: FormFaults = { fields: {}, elsewhere: [] };

const settings = sectionNamed("desk");

const hasEntry = (document: DeskDocument, name: string, key: string): boolean => {
  const section = sectionNamed(name);
  return section !== null && entryOf(document, section, key) !== null;
};

/** The platform of the person or channel that a fault is about. */
const platformIn = ({ value }: DeskFault): string =>
  value?.is === "written" ? (/^"([^:"]+):/.exec(value.text)?.[1] ?? "") : "";

/** The other place that has the same person or channel as a place of the desk. */
const otherPlace = ({ expected: { values } }: DeskFault): string => String(values["place"] ?? "");

/**
 * A person or channel that two places name is reported at the later one. Where the other place is the entry that is edited, the
 * fault belongs to its field.
 */
const fieldBehind = (fault: DeskFault, fields: readonly FieldShape[], path: string): FieldShape | null => {
  const other = otherPlace(fault);
  if (other === "") return null;
  if (other === path) return fieldAt(fields, platformIn(fault));
  const start = path === "" ? "" : `${path}.`;
  return other.startsWith(start) ? fieldAt(fields, other.slice(start.length)) : null;
};

/** The name of the entry at a place, or the label of a setting: short, since it stands beside a field. */
const shortName = (place: string, document: DeskDocument, viewer: Viewer): string => {
  const setting = settings === null ? null : fieldAt(settings.fields, place);
  if (setting !== null) return fieldLabel(setting, sayIn(viewer.locale));
  const [section = "", ...rest] = place.split(".");
  const keys = rest.map((_, index) => rest.slice(0, index + 1).join("."));
  const key = keys.toReversed().find((each) => hasEntry(document, section, each));
  return key === undefined ? place : entryName(document, section, key, viewer);
};

/** Gives each fault of a proposed desk to the field that it is about. */
export const formFaults = ({ document, key, faults }: Proposed, { section, desk, viewer }: EditedEntry): FormFaults => {
  const path = entryPath(section, key).join(".");
  const fields: Record<string, string[]> = {};
  const elsewhere: string[] = [];
  for (const fault of faults) {
    const inside =
      path === "" ? fault.path : fault.path.startsWith(`${path}.`) ? fault.path.slice(path.length + 1) : null;
    const own = inside === null ? null : fieldAt(section.fields, inside);
    const field = own ?? fieldBehind(fault, section.fields, path);
    if (field === null) {
      const place = placeName(fault.path, { document, desk, viewer });
      elsewhere.push(deskFaultSentence(fault, viewer.locale, place));
    } else {
      const place = shortName(own === null ? fault.path : otherPlace(fault), document, viewer);
      const text = faultText(fault, field, { place, viewer });
      const texts = (fields[fieldName(field)] ??= []);
      if (!texts.includes(text)) texts.push(text);
    }
  }
  return { fields, elsewhere };
};
