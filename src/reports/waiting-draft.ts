import type { Desk, Person } from "../desk/desk.ts";
import { recipientNamed } from "./recipients.ts";
import type { KeptCounts } from "./weekly-figures.ts";

/** A draft of a statement that a person has to complete and send. `id` is that of the statement. */
export interface WaitingDraft {
  readonly id: number;
  readonly account: string;
  readonly kept: KeptCounts;
}

/**
 * The accounts whose drafts a person gets: those that they manage. A head also gets those that no one else does, because the
 * account has no manager, or one who gets no reports.
 */
export const draftAccounts = (person: Person, desk: Desk): readonly string[] =>
  Object.values(desk.accounts)
    .filter(({ manager }) => {
      if (manager === person.key) return true;
      return person.roles.includes("head") && (manager === null || recipientNamed(manager, desk) === null);
    })
    .map(({ key }) => key);
