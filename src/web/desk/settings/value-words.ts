import { changedItem, type EntryChange } from "../../../desk/changes/difference.ts";
import { fieldName, type FieldShape } from "../../../desk/editing/field.ts";
import { exceptionsText } from "../../../desk/editing/hours.ts";
import { lengthText } from "../../../desk/editing/length.ts";
import { listed, textOf } from "../../../desk/editing/plain.ts";
import type { Section } from "../../../desk/editing/section.ts";
import { valueAt } from "../../../desk/locate.ts";
import { isWeekday } from "../../../desk/opening-hours.ts";
import { deskDocument, type DeskDocument } from "../../../desk/schema.ts";
import { locales } from "../../../desk/desk.ts";
import { dayName } from "../../../i18n/calendar-text.ts";
import { listInText } from "../../../i18n/languages.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { fieldLabel, languageName } from "./forms/labels.ts";
import { optionsOf, plainText } from "./forms/options.ts";
import { placeIn, type PlaceNames } from "./named-changes.ts";

/** What the words of a difference are made from. */
export interface Wording {
  /** The documents that the difference is between: names of people and entries stand in them. */
  readonly documents: readonly DeskDocument[];
  /** The names that platforms tell of people and channels. */
  readonly names: PlaceNames;
  readonly viewer: Viewer;
  /** The labels of the values that a field offers, made once for each field. */
  readonly labels: Map<FieldShape, ReadonlyMap<string, string>>;
}

/** Making the labels sorts all entries that a field may name, so each difference makes them once. */
const labelsOf = (field: FieldShape, { documents, viewer, labels }: Wording): ReadonlyMap<string, string> => {
  const known = labels.get(field);
  if (known !== undefined) return known;
  // The first document comes last, so its label stands.
  const options = documents.toReversed().flatMap((each) => optionsOf(field, each, viewer).toReversed());
  const made = new Map(options.map(({ value, label }) => [value, label]));
  labels.set(field, made);
  return made;
};

/** The documents that a change is between, as far as they are right. */
export const rightDocuments = (...documents: readonly unknown[]): readonly DeskDocument[] =>
  documents.flatMap((each) => {
    const read = deskDocument.safeParse(each);
    return read.success ? [read.data] : [];
  });

/** The name of a part of a field: the days of opening hours, the language of a text. `rest`: what follows the field's path. */
export const partName = ({ kind }: FieldShape, rest: string, viewer: Viewer): string => {
  if (kind.is === "hours")
    return rest
      .split("-")
      .map((day) => (isWeekday(day) ? dayName(day, viewer.locale, "long") : day))
      .join("–");
  const locale = kind.is === "texts" ? locales.find((each) => each === rest) : undefined;
  return locale === undefined ? rest : languageName(locale, viewer);
};

/** A value as its form shows it: "4 hours" for `PT4H`, "Marta Vega" for `marta`. Others stay as the desk file writes them. */
export const valueWords = (
  value: EntryChange["fields"][number]["before"],
  field: FieldShape | null,
  wording: Wording,
): string => {
  const { names, viewer } = wording;
  if (value === null || field === null) return value ?? "";
  if (field.kind.is === "duration") return lengthText(value, viewer.locale);
  if (field.kind.is === "exceptions" && value === "closed") return exceptionsText({ "": value }, viewer.locale).trim();
  const place = placeIn(field, value);
  const name = place === null ? undefined : names.get(place);
  if (name !== undefined) return `${name} (${value})`;
  return labelsOf(field, wording).get(value) ?? value;
};

/** What a step of the reminders or an article is called, and what else it says. */
interface ItemWords {
  readonly name: string;
  readonly about: string;
}

/** The fields that an item of a list is called by. */
const callers: readonly string[] = ["at", "left", "title"];

/** An item of a list, such as a step of the reminders, in words; null for a value that is no such item. */
export const itemWords = (written: string, section: Section, wording: Wording): ItemWords | null => {
  const item = changedItem(written);
  if (item === null) return null;
  const [document] = wording.documents;
  const { viewer } = wording;
  const words = section.fields.flatMap((field) => {
    const value = valueAt(item, field.path);
    const texts =
      field.kind.is === "texts" && document !== undefined ? [plainText(value, document, viewer)] : listed(value);
    const each = (texts.length === 0 ? [textOf(value)] : texts).filter((text) => text !== "");
    const text = listInText(
      each.map((one) => valueWords(one, field, wording)),
      viewer.locale,
    );
    return text === ""
      ? []
      : [{ isName: callers.includes(fieldName(field)), label: fieldLabel(field, sayIn(viewer.locale)), text }];
  });
  return {
    name: words.find(({ isName }) => isName)?.text ?? "",
    about: words.flatMap(({ isName, label, text }) => (isName ? [] : [`${label}: ${text}`])).join(" · "),
  };
};
