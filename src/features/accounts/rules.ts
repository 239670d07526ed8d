import type { Person } from "../../desk/desk.ts";
import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

/** `accounts`: to see accounts on the web desk. `accountNotes`: to read the notes about them and to write some. */
export const accounts = { reads: { accounts: everyStaff, accountNotes: everyStaff } } satisfies FeatureReads;

/** Whether this member of the staff may change or delete a note: its author, the head of support and administrators. */
export const mayChangeNote = ({ key, roles }: Person, { author }: { readonly author: string }): boolean =>
  author === key || roles.includes("head") || roles.includes("admin");

/** Whether this member of the staff may read who changed the notes of an account. */
export const mayReadNoteLog = ({ roles }: Person): boolean => roles.includes("head") || roles.includes("admin");
