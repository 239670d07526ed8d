import { severities } from "../../sla/severity.ts";
import { valueAt } from "../locate.ts";

/** The sections of a desk file whose entries are named elsewhere in it. */
export type NamedSection = "calendars" | "plans" | "people";

/** A place in a desk file that names an entry of a section. */
interface Reference {
  readonly path: readonly (string | number)[];
  readonly section: NamedSection;
  readonly name: string;
}

/** The keys of a section as it is written, also if it is faulty. */
export const keysOf = (written: unknown, section: string): readonly string[] =>
  Object.keys(Object(valueAt(written, [section])) as object);

/** Every name of another entry in a desk file as it is written, reminders aside: they name roles too. */
export const references = (written: unknown): readonly Reference[] => {
  const named = (section: NamedSection, ...path: Reference["path"]): readonly Reference[] => {
    const name = valueAt(written, path);
    return typeof name === "string" ? [{ path, section, name }] : [];
  };
  return [
    ...keysOf(written, "plans").flatMap((key) => [
      ...named("calendars", "plans", key, "calendar"),
      ...severities.flatMap((each) => named("calendars", "plans", key, "targets", each, "calendar")),
    ]),
    ...keysOf(written, "people").flatMap((key) => named("people", "people", key, "deputy")),
    ...keysOf(written, "accounts").flatMap((key) => [
      ...named("plans", "accounts", key, "plan"),
      ...named("people", "accounts", key, "manager"),
    ]),
  ];
};
