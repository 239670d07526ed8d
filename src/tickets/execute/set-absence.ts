import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../../db/connection/handle.ts";
import { endAbsence, keepAbsence } from "../../db/staff-store.ts";

/** Records that an agent is out until this time, or back (null). Pending reminders follow at once. */
export const setAbsence = (db: Database, person: string, until: Instant | null): Promise<void> =>
  until === null ? endAbsence(db, person) : keepAbsence(db, person, until);
