import { recipientRoles } from "../../sla/ladder-step.ts";
import type { Desk } from "../desk.ts";
import { expectation, type Expectation } from "../expectation.ts";
import { valueAt } from "../locate.ts";
import { keysOf, references } from "./references.ts";

interface Unknown {
  readonly path: readonly (string | number)[];
  readonly expected: Expectation;
}

/**
 * Names in a file as it is written that no entry has, in the file or in the desk that it makes. They are found also if the file
 * is wrong in other ways, so that every fault is reported at once.
 */
export const unknownNames = (written: unknown, desk: Desk): readonly Unknown[] => {
  const known = (section: "calendars" | "plans" | "people"): readonly string[] =>
    [...new Set([...Object.keys(desk[section]), ...keysOf(written, section)])].toSorted();
  const unknown = (path: Unknown["path"], name: string, names: readonly string[], what: string): readonly Unknown[] => {
    if (names.includes(name)) return [];
    const expected =
      names.length === 0
        ? expectation("noEntryOf", { section: what })
        : expectation("oneOf", { values: names.join(", ") });
    return [{ path, expected }];
  };
  const recipients = [...recipientRoles, ...known("people")];
  const steps = valueAt(written, ["reminders"]);
  const places = [...(Array.isArray(steps) ? steps.keys() : [])].flatMap((step) =>
    ["tell", "email"].flatMap((how) => {
      const listed = valueAt(written, ["reminders", step, how]);
      return [...(Array.isArray(listed) ? listed.keys() : [])].map((place) => ["reminders", step, how, place]);
    }),
  );
  return [
    ...references(written).flatMap(({ path, section, name }) => unknown(path, name, known(section), section)),
    ...places.flatMap((path) => {
      const name = valueAt(written, path);
      return typeof name === "string" ? unknown(path, name, recipients, "people") : [];
    }),
  ];
};
