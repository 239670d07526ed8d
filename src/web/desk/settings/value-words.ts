import type { EntryChange } from "../../../desk/changes/difference.ts";
import type { FieldShape } from "../../../desk/editing/field.ts";
import { lengthText } from "../../../desk/editing/length.ts";
import { deskDocument, type DeskDocument } from "../../../desk/schema.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { optionsOf } from "./forms/options.ts";

/** The documents that a change is between, as far as they are right: names of people and entries stand in them. */
export const rightDocuments = (...documents: readonly unknown[]): readonly DeskDocument[] =>
  documents.flatMap((each) => {
    const read = deskDocument.safeParse(each);
    return read.success ? [read.data] : [];
  });

/** A value as its form shows it: "4 hours" for `PT4H`, "Marta Vega" for `marta`. Others stay as the desk file writes them. */
export const valueWords = (
  value: EntryChange["fields"][number]["before"],
  field: FieldShape | null,
  documents: readonly DeskDocument[],
  viewer: Viewer,
): string => {
  if (value === null) return "";
  if (field === null) return value;
  if (field.kind.is === "duration") return lengthText(value, viewer.locale);
  const options = documents.flatMap((each) => optionsOf(field, each, viewer));
  return options.find((each) => each.value === value)?.label ?? value;
};
