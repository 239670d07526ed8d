import type { EntryChange } from "../../../desk/changes/difference.ts";
import { fieldName, type FieldShape } from "../../../desk/editing/field.ts";
import { sections, type Section } from "../../../desk/editing/section.ts";
import { fieldAt } from "./forms/place-name.ts";

/** The field of a form that a change is of, and the part of it, such as the days of opening hours. */
interface ChangedField {
  readonly field: FieldShape;
  readonly part: string;
}

/** Where a value of a change stands: its section, and its path within the entry. */
const placeOf = ({ section, key }: EntryChange, path: string): readonly [name: string, within: string] =>
  // Settings without entries share one form, in which they stand under their own key.
  key === null ? ["desk", path === "" ? section : `${section}.${path}`] : [section, path];

/** The field that a change is of; null for one that no form has, such as a whole list. */
export const changedField = (change: EntryChange, path: string): ChangedField | null => {
  const [name, within] = placeOf(change, path);
  const field = fieldAt(sections.find((each) => each.name === name)?.fields ?? [], within);
  return field === null ? null : { field, part: within.slice(fieldName(field).length + 1) };
};

/** The list whose items a change adds or removes, such as the reminders; null for any other change. */
export const changedList = ({ section, key }: EntryChange, path: string): Section | null => {
  if (key !== null) return null;
  const place = path === "" ? section : `${section}.${path}`;
  return sections.find((each) => each.kind === "list" && each.path.join(".") === place) ?? null;
};
