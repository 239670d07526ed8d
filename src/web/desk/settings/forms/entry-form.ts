import { entriesOf, postedParts, shownParts, type Inputs } from "../../../../desk/editing/entries.ts";
import { fieldName, type FieldShape } from "../../../../desk/editing/field.ts";
import { partsOf } from "../../../../desk/editing/codec.ts";
import { lengthText, writtenLength } from "../../../../desk/editing/length.ts";
import { allClockKinds } from "../../../../sla/clock-kinds.ts";
import { severities } from "../../../../sla/severity.ts";
import { valueAt } from "../../../../desk/locate.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Posted } from "../../../posted.ts";
import { languagesOf, needsName, valueBefore, type EditedEntry } from "./edited.ts";
import { entryTitle } from "./entry-text.ts";
import type { FormFaults } from "./faults.ts";
import { isListed, type Directories } from "./find-places.ts";
import { newNameInput, type EntryForm } from "./form-page.ts";
import { addLabel, sectionTitle } from "./labels.ts";
import { optionsOf } from "./options.ts";
import { formPath, removalPath, sectionPath } from "./paths.ts";
import { entryPrefix, type Finding, type ShownField } from "./shown-field.ts";

/** The answers of a form that came back. */
export const inputsOf = ({ values, all }: Pick<Posted, "values" | "all">): Inputs =>
  new Map(
    [...values.keys()].flatMap((name) =>
      name.startsWith(entryPrefix) ? [[name.slice(entryPrefix.length), all(name)] as const] : [],
    ),
  );

/** What a form sends of an entry as it is. */
export const inputsShowing = (value: unknown, edited: EditedEntry): Inputs =>
  new Map(
    edited.section.fields.flatMap((field) =>
      Object.entries(shownParts(field, value, languagesOf(edited))).map(
        ([suffix, texts]) => [`${fieldName(field)}${suffix}`, texts] as const,
      ),
    ),
  );

/** What a form shows beside the entry itself. */
export interface Drawing {
  readonly directories: Directories;
  readonly faults: FormFaults;
  /** What came back; null for a form that is opened. */
  readonly posted: { readonly inputs: Inputs; readonly newName: string } | null;
  /** What the platforms said, and for which field. */
  readonly finding: { readonly name: string; readonly finding: Finding } | null;
}

const titleOf = ({ section, key, document, desk, viewer }: EditedEntry): string => {
  const say = sayIn(viewer.locale);
  if (key === null) return addLabel(section, say);
  if (section.kind === "single") return sectionTitle(section, say);
  const entry = { key, value: valueBefore({ section, key, document, basedOn: 0, desk, viewer }) };
  return say("forms.edit", { name: entryTitle(section, entry, { document, desk, viewer }) });
};

/** The target that holds while a field of a plan or a severity is empty. */
const usualTarget = ({ path }: FieldShape, { section, key, desk, viewer }: EditedEntry): string => {
  const [of, name] = section.name === "plans" ? [path[1], path[2]] : [key, path[0]];
  const severity = severities.find((each) => each === of);
  const clock = allClockKinds.find((each) => each === name);
  const target = severity === undefined || clock === undefined ? undefined : desk.severities[severity][clock];
  return target === undefined ? "" : lengthText(writtenLength(target), viewer.locale);
};

/** What holds while a field is empty. */
const placeholderOf = (field: FieldShape, edited: EditedEntry): string => {
  if (edited.section.name === "plans" || edited.section.name === "severities") return usualTarget(field, edited);
  return field.kind.is === "zone" ? edited.desk.timezone : "";
};

/** The values that a field offers. A platform that is not switched on is one of them only where the entry names it. */
const offeredTo = (field: FieldShape, entry: unknown, { document, viewer }: EditedEntry, directories: Directories) =>
  optionsOf(field, document, viewer).filter(
    ({ value }) => field.label !== "people.prefers" || directories.has(value) || valueAt(entry, field.path) === value,
  );

/** A platform that is not switched on is asked for only where a person has an id on it. */
const isShown = (field: FieldShape, entry: unknown, directories: Directories): boolean =>
  field.kind.is !== "platformId" || directories.has(field.kind.platform) || valueAt(entry, field.path) !== undefined;

/** The form of an entry: as it is, or as it came back. */
export const entryForm = (edited: EditedEntry, { directories, faults, posted, finding }: Drawing): EntryForm => {
  const { section, key, document, viewer, basedOn } = edited;
  const entry = valueBefore(edited);
  const languages = languagesOf(edited);
  const shown = (field: FieldShape): ShownField => {
    const before = shownParts(field, entry, languages);
    const back = posted === null ? null : postedParts(field, posted.inputs);
    const empty = partsOf(field.kind, undefined, languages);
    return {
      field,
      parts: back === null ? before : { ...empty, ...back },
      before,
      options: offeredTo(field, entry, edited, directories),
      placeholder: placeholderOf(field, edited),
      faults: faults.fields[fieldName(field)] ?? [],
      isListed: isListed(field, directories),
      finding: finding !== null && finding.name === fieldName(field) ? finding.finding : null,
    };
  };
  const isKeyed = section.kind === "keyed";
  const isLast = section.name === "reminders" && entriesOf(document, section).length === 1;
  return {
    title: titleOf(edited),
    action: formPath(section, key),
    back: section.kind === "single" ? "/desk/settings" : sectionPath(section),
    basedOn,
    fields: section.fields.filter((field) => isShown(field, entry, directories)).map(shown),
    newName: needsName(edited) ? (posted?.newName ?? "") : null,
    nameFault:
      needsName(edited) && posted !== null && posted.newName === "" ? sayIn(viewer.locale)("fault.required") : null,
    key: isKeyed ? key : null,
    removal: key === null || isLast || !(isKeyed || section.kind === "list") ? null : removalPath(section, key),
    elsewhere: faults.elsewhere,
  };
};

/** The name that a person typed for a new entry. */
export const newNameIn = ({ values }: Pick<Posted, "values">): string => values.get(newNameInput)?.trim() ?? "";
