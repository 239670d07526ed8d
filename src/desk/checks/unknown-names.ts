import { recipientRoles } from "../../sla/ladder-step.ts";
import type { Desk } from "../desk.ts";
import { expectation, type Expectation } from "../expectation.ts";
import { valueAt } from "../locate.ts";
import { keysOf, references, type NamedSection } from "./references.ts";

interface Unknown {
  readonly path: readonly (string | number)[];
  readonly expected: Expectation;
}

/**
 * Names in a file as it is written that no entry has, in the file or in the desk that it makes. They are found also if the file
 * is wrong in other ways, so that every fault is reported at once.
 */
export const unknownNames = (written: unknown, desk: Desk): readonly Unknown[] => {
  const known = (section: NamedSection): readonly string[] =>
    [...new Set([...Object.keys(desk[section]), ...keysOf(written, section)])].toSorted();
  const unknownIn = (names: readonly string[], what: NamedSection) => {
    const has = new Set(names);
    const expected =
      names.length === 0
        ? expectation("noEntryOf", { section: what })
        : expectation("oneOf", { values: names.join(", ") });
    return (path: Unknown["path"], name: string): readonly Unknown[] => (has.has(name) ? [] : [{ path, expected }]);
  };
  const people = known("people");
  const unknown = {
    calendars: unknownIn(known("calendars"), "calendars"),
    plans: unknownIn(known("plans"), "plans"),
    people: unknownIn(people, "people"),
  };
  const unknownRecipient = unknownIn([...recipientRoles, ...people], "people");
  const steps = valueAt(written, ["reminders"]);
  const places = [...(Array.isArray(steps) ? steps.keys() : [])].flatMap((step) =>
    ["tell", "email"].flatMap((how) => {
      const listed = valueAt(written, ["reminders", step, how]);
      return [...(Array.isArray(listed) ? listed.keys() : [])].map((place) => ["reminders", step, how, place]);
    }),
  );
  return [
    ...references(written).flatMap(({ path, section, name }) => unknown[section](path, name)),
    ...places.flatMap((path) => {
      const name = valueAt(written, path);
      return typeof name === "string" ? unknownRecipient(path, name) : [];
    }),
  ];
};
