import type { Instant } from "../sla/instant.ts";

import type { Database } from "./connection/handle.ts";
import { eq, lte } from "./schema/orm.ts";
import { absences } from "./schema/desk-schema.ts";

/** Somebody (a key of the desk's people) is out until then; the newest word counts. */
export const keepAbsence = async (db: Database, person: string, until: Instant): Promise<void> => {
  await db.insert(absences).values({ person, until }).onConflictDoUpdate({ target: absences.person, set: { until } });
};

/** Somebody is back. */
export const endAbsence = async (db: Database, person: string): Promise<void> => {
  await db.delete(absences).where(eq(absences.person, person));
};

/** Forgets absences that ended before. */
export const forgetAbsencesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(absences).where(lte(absences.until, at));
};
