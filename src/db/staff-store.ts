import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { eq, inArray, lte } from "./schema/orm.ts";
import { absences, notifyChoices } from "./schema/desk-schema.ts";

/** Records until when a person (a key of the desk's people) is out. A later entry replaces an earlier one. */
export const saveAbsence = async (db: Database, person: string, until: Instant): Promise<void> => {
  await db.insert(absences).values({ person, until }).onConflictDoUpdate({ target: absences.person, set: { until } });
};

/** Records that a person is back. */
export const endAbsence = async (db: Database, person: string): Promise<void> => {
  await db.delete(absences).where(eq(absences.person, person));
};

/** Deletes absences that ended before `at`. */
export const forgetAbsencesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(absences).where(lte(absences.until, at));
};

/**
 * Stores whether a person (a key of the desk's people) wants to be notified. A later choice replaces an earlier one.
 */
export const saveNotifyChoice = async (db: Database, person: string, notify: boolean): Promise<void> => {
  await db
    .insert(notifyChoices)
    .values({ person, notify })
    .onConflictDoUpdate({ target: notifyChoices.person, set: { notify } });
};

/** Forgets what people (keys of the desk's people) said of themselves: that they are out, and whether they are notified. */
export const forgetChoicesOf = async (db: Database, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return;
  await db.delete(absences).where(inArray(absences.person, people));
  await db.delete(notifyChoices).where(inArray(notifyChoices.person, people));
};

/** Records that an agent is out until this time, or back (null). Pending reminders follow at once. */
export const setAbsence = (db: Database, person: string, until: Instant | null): Promise<void> =>
  until === null ? endAbsence(db, person) : saveAbsence(db, person, until);
