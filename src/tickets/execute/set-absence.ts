import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../../db/connection/handle.ts";
import { endAbsence, keepAbsence } from "../../db/staff-store.ts";

/** Somebody on the staff is out until then, or back (null). Reminders that are still to come follow at once. */
export const setAbsence = (db: Database, person: string, until: Instant | null): Promise<void> =>
  until === null ? endAbsence(db, person) : keepAbsence(db, person, until);
