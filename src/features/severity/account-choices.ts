import type { Choice } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";

/** The desk's accounts to choose from, by name. */
export const accountChoices = (desk: Desk): readonly Choice[] =>
  Object.values(desk.accounts)
    .map(({ key, name }) => ({ value: key, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
