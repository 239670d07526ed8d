import { notifyChoices } from "./schema/desk-schema.ts";
import type { Database } from "./connection/handle.ts";

/** Keeps what a person (a key of the desk's people) chose; the newest choice counts. */
export const keepNotifyChoice = async (db: Database, person: string, notify: boolean): Promise<void> => {
  await db
    .insert(notifyChoices)
    .values({ person, notify })
    .onConflictDoUpdate({ target: notifyChoices.person, set: { notify } });
};
