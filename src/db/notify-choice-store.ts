import { notifyChoices } from "./schema/desk-schema.ts";
import type { Database } from "./connection/handle.ts";

/**
 * Stores whether a person (a key of the desk's people) wants to be notified. A later choice replaces an earlier one.
 */
export const keepNotifyChoice = async (db: Database, person: string, notify: boolean): Promise<void> => {
  await db
    .insert(notifyChoices)
    .values({ person, notify })
    .onConflictDoUpdate({ target: notifyChoices.person, set: { notify } });
};
