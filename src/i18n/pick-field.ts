import type { Desk } from "../desk/desk.ts";
import type { Choice, Field } from "../chat/form.ts";
import { cutToUnits } from "./excerpt.ts";

/** The longest list a platform can offer, and the longest label in it (both Slack's). */
const maxChoices = 100;
const maxLabel = 75;

/** A question with named answers: a list if they fit into one, else a line to type the name. */
export const pickField = (
  field: Pick<Field, "name" | "label" | "hint" | "initial"> & { readonly required?: boolean },
  choices: readonly Choice[],
): Field => {
  const asked = { ...field, required: field.required ?? true };
  if (choices.length > maxChoices) {
    const typed = choices.find(({ value }) => value === field.initial)?.label ?? "";
    return { ...asked, kind: "line", initial: typed, maxLength: 150 };
  }
  const shown = choices.map((choice) => ({ ...choice, label: cutToUnits(choice.label, maxLabel) }));
  return { ...asked, kind: "select", choices: shown };
};

/** The desk's accounts to choose from, by name. */
export const accountChoices = (desk: Desk): readonly Choice[] =>
  Object.values(desk.accounts)
    .map(({ key, name }) => ({ value: key, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
