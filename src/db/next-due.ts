import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { and, eq, gt, min } from "./schema/orm.ts";
import { reminders, tickets } from "./schema/schema.ts";

/**
 * Returns the first moment after `after` at which a reminder, a pending reply or an inactivity step is due; else null.
 */
export const nextDueAfter = async (db: Database, after: Instant): Promise<Instant | null> => {
  const [reminder] = await db
    .select({ at: min(reminders.at) })
    .from(reminders)
    .where(and(eq(reminders.status, "planned"), gt(reminders.at, after)));
  const [reply] = await db
    .select({ at: min(tickets.releaseAt) })
    .from(tickets)
    .where(gt(tickets.releaseAt, after));
  const [inactivity] = await db
    .select({ at: min(tickets.tendAt) })
    .from(tickets)
    .where(gt(tickets.tendAt, after));
  const moments = [reminder?.at, reply?.at, inactivity?.at].filter((each) => typeof each === "number");
  return moments.length === 0 ? null : Math.min(...moments);
};
