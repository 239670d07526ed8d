import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { gt, lte, ne, and } from "./schema/orm.ts";
import { processes } from "./schema/schema.ts";

/** Records that a process runs, and returns the platforms of the other processes that were seen after `since`. */
export const reportRunning = async (
  db: Database,
  {
    id,
    platforms,
    now,
    since,
  }: {
    readonly id: string;
    readonly platforms: readonly string[];
    readonly now: Instant;
    readonly since: Instant;
  },
): Promise<readonly string[]> => {
  const seen = { platforms, seenAt: now };
  await db
    .insert(processes)
    .values({ id, ...seen })
    .onConflictDoUpdate({ target: processes.id, set: seen });
  const others = await db
    .select({ platforms: processes.platforms })
    .from(processes)
    .where(and(ne(processes.id, id), gt(processes.seenAt, since)));
  return [...new Set(others.flatMap((each) => each.platforms))];
};

export const forgetProcessesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(processes).where(lte(processes.seenAt, at));
};
