import type { DeskDocument } from "../../../../desk/schema.ts";
import { fieldName, type FieldShape } from "../../../../desk/editing/field.ts";
import { mapped, textOf } from "../../../../desk/editing/plain.ts";
import { entryOf } from "../../../../desk/editing/entries.ts";
import { sectionNamed, type Section } from "../../../../desk/editing/section.ts";
import { translated } from "../../../../desk/every-language.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { recipientRoles } from "../../../../sla/ladder-step.ts";
import { choiceLabel, recipientLabel } from "./labels.ts";

/** A value that can be chosen, and what people read. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** What stands beside it, such as an id. */
  readonly about?: string;
}

const isTexts = (value: unknown): value is Parameters<typeof translated>[0] =>
  typeof value === "string" || (typeof value === "object" && value !== null);

/** What people call an entry: its name or title, else its key. */
export const entryName = (document: DeskDocument, section: string, key: string, viewer: Viewer): string => {
  const shape = sectionNamed(section);
  const entry = mapped(shape === null ? null : entryOf(document, shape, key)?.value);
  const { name, title } = entry;
  if (typeof name === "string") return name;
  return isTexts(title) ? translated(title, document.locale ?? "en")[viewer.locale] : key;
};

const keysOf = (document: DeskDocument, section: "calendars" | "plans" | "people"): readonly string[] =>
  Object.keys(document[section] ?? {});

const named = (document: DeskDocument, section: "calendars" | "plans" | "people", viewer: Viewer): readonly Option[] =>
  keysOf(document, section)
    .map((key) => ({ value: key, label: entryName(document, section, key, viewer) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, viewer.locale));

/** The entries that a field may name. Every desk has the calendar `always`. */
const entriesFor = (
  field: FieldShape,
  of: "calendars" | "plans" | "people",
  document: DeskDocument,
  viewer: Viewer,
) => {
  const options = named(document, of, viewer);
  if (of === "calendars" && !options.some(({ value }) => value === "always"))
    return [{ value: "always", label: sayIn(viewer.locale)("settingChoice.alwaysCalendar") }, ...options];
  const isForAgents = field.kind.is === "key" && field.kind.many;
  return isForAgents
    ? options.filter(({ value }) => (document.people?.[value]?.roles ?? []).includes("agent"))
    : options;
};

/** The values that a field offers; none if people write it. */
export const optionsOf = (field: FieldShape, document: DeskDocument, viewer: Viewer): readonly Option[] => {
  const say = sayIn(viewer.locale);
  switch (field.kind.is) {
    case "choice":
    case "choices":
      return field.kind.values.map((value) => ({ value, label: choiceLabel(field, value, viewer) }));
    case "flag":
      return [
        { value: "true", label: say("settingChoice.yes") },
        { value: "false", label: say("settingChoice.no") },
      ];
    case "key":
      return entriesFor(field, field.kind.of, document, viewer);
    case "recipients":
      return [
        ...recipientRoles.map((role) => ({ value: role, label: recipientLabel(role, say) })),
        ...named(document, "people", viewer),
      ];
    default:
      return [];
  }
};

/** The text of an entry's field, for a list. */
export const plainText = (value: unknown, document: DeskDocument, viewer: Viewer): string =>
  isTexts(value) && !Array.isArray(value) ? translated(value, document.locale ?? "en")[viewer.locale] : textOf(value);

/** The field of a section with this name; null if there is none. */
export const fieldNamed = (section: Section, name: string): FieldShape | null =>
  section.fields.find((each) => fieldName(each) === name) ?? null;
