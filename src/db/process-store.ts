import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { gt, lte, ne, and } from "./schema/orm.ts";
import { processPlatformsJson } from "../stored/desk-json.ts";
import { readOrNull } from "../stored/versioned-json.ts";
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
  const seen = { platforms: processPlatformsJson.write(platforms), seenAt: now };
  await db
    .insert(processes)
    .values({ id, ...seen })
    .onConflictDoUpdate({ target: processes.id, set: seen });
  const others = await db
    .select({ platforms: processes.platforms })
    .from(processes)
    .where(and(ne(processes.id, id), gt(processes.seenAt, since)));
  return [...new Set(others.flatMap((each) => readOrNull(processPlatformsJson, each.platforms) ?? []))];
};

export const forgetProcessesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(processes).where(lte(processes.seenAt, at));
};
