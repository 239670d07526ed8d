import { recipientRoles } from "../../sla/ladder-step.ts";

import { valueAt } from "../locate.ts";

interface Unknown {
  readonly path: readonly (string | number)[];
  readonly expected: string;
}

const keysOf = (data: unknown, section: string): readonly string[] =>
  Object.keys(Object(valueAt(data, [section])) as object);

/**
 * Names in a file as it is written that no entry has, in the file or in the desk in force: found also where the file is wrong in
 * other ways, so that every fault is told at once.
 */
export const unknownNames = (written: unknown, inForce: unknown): readonly Unknown[] => {
  const known = (section: string): readonly string[] =>
    [...new Set([...keysOf(inForce, section), ...keysOf(written, section)])].toSorted();
  const found: Unknown[] = [];
  const look = (path: Unknown["path"], names: readonly string[], what: string): void => {
    const name = valueAt(written, path);
    if (typeof name !== "string" || names.includes(name)) return;
    found.push({
      path,
      expected: names.length === 0 ? `an entry of ${what}, and there is none` : `one of ${names.join(", ")}`,
    });
  };
  const [calendars, plans, people] = [known("calendars"), known("plans"), known("people")];
  for (const key of keysOf(written, "plans")) look(["plans", key, "calendar"], calendars, "calendars");
  for (const key of keysOf(written, "people")) look(["people", key, "deputy"], people, "people");
  for (const key of keysOf(written, "accounts")) {
    look(["accounts", key, "plan"], plans, "plans");
    look(["accounts", key, "manager"], people, "people");
  }
  const steps = valueAt(written, ["reminders"]);
  for (const step of Array.isArray(steps) ? steps.keys() : [])
    for (const how of ["tell", "email"]) {
      const told = valueAt(written, ["reminders", step, how]);
      for (const place of Array.isArray(told) ? told.keys() : [])
        look(["reminders", step, how, place], [...recipientRoles, ...people], "people");
    }
  return found;
};
