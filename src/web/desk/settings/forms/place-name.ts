import { entriesOf, type Entry } from "../../../../desk/editing/entries.ts";
import { fieldName, type FieldShape } from "../../../../desk/editing/field.ts";
import { sections, type Section } from "../../../../desk/editing/section.ts";
import { sayIn, type Say } from "../../../../i18n/say.ts";
import { entryTitle, type EntryTexts } from "./entry-text.ts";
import { fieldLabel, groupLabel, sectionTitle } from "./labels.ts";

/** The rest of a path below another one; null if it is elsewhere. */
const below = (path: string, above: string): string | null =>
  path === above ? "" : path.startsWith(`${above}.`) ? path.slice(above.length + 1) : null;

/** The section that a path leads into, and the rest of the path. */
const sectionAt = (path: string): { readonly section: Section; readonly rest: string } | null => {
  const found = sections.flatMap((section) => {
    const rest = section.path.length === 0 ? null : below(path, section.path.join("."));
    return rest === null ? [] : [{ section, rest }];
  });
  return found.toSorted((one, other) => other.section.path.length - one.section.path.length)[0] ?? null;
};

/** The field at a place of an entry: `channels` for `channels.1`. */
export const fieldAt = (fields: readonly FieldShape[], place: string): FieldShape | null =>
  fields.find((field) => below(place, fieldName(field)) !== null) ?? null;

/** The entry that a path leads into, and the rest of the path. A key may contain dots. */
const entryAt = (section: Section, path: string, { document }: EntryTexts) =>
  entriesOf(document, section)
    .flatMap((entry): readonly { readonly entry: Entry; readonly rest: string }[] => {
      const rest = section.kind === "single" ? path : below(path, entry.key);
      return rest === null ? [] : [{ entry, rest }];
    })
    .toSorted((one, other) => other.entry.key.length - one.entry.key.length)[0] ?? null;

const labelsOf = (field: FieldShape, say: Say): readonly string[] => [
  field.path.length > 1 ? groupLabel(field, say) : "",
  fieldLabel(field, say),
];

const joined = (names: readonly string[]): string => names.filter((each) => each !== "").join(" · ");

/**
 * A place of the desk file as people call it: "Accounts: Acme TV · Account manager" for `accounts.acme.manager`. A place
 * that no form has stays as the file writes it.
 */
export const placeName = (path: string, texts: EntryTexts): string => {
  const say = sayIn(texts.viewer.locale);
  const found = sectionAt(path);
  if (found === null) {
    const setting = fieldAt(sections.find(({ name }) => name === "desk")?.fields ?? [], path);
    return setting === null ? path : joined(labelsOf(setting, say));
  }
  const { section, rest } = found;
  const title = sectionTitle(section, say);
  if (rest === "") return title;
  const at = entryAt(section, rest, texts);
  if (at === null) return path;
  const field = fieldAt(section.fields, at.rest);
  const name = section.kind === "single" ? "" : entryTitle(section, at.entry, texts);
  return `${title}: ${joined([name, ...(field === null ? [at.rest] : labelsOf(field, say))])}`;
};
