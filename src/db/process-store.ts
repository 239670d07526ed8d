import type { Instant } from "../sla/instant.ts";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database } from "./connection/handle.ts";
import { and, eq, fromInstant, gt, lte, lt, max, ne, sql } from "./schema/orm.ts";
import { processPlatformsJson } from "../stored/desk-json.ts";
import { readOrNull } from "../stored/versioned-json.ts";
import { processes } from "./schema/schema.ts";

/** The platforms of another process, and when it reported last. */
export interface OtherProcess {
  readonly platforms: readonly string[];
  readonly seenAt: Instant;
}

/** Every process sends it every few seconds, so it is one statement. */
const report = builtOnce((db, given: Given<"id" | "platforms" | "now" | "since">) => {
  const own = sql`insert into ${processes} (id, platforms, seen_at)
    values (${given("id")}, ${given("platforms")}::text::jsonb, ${given("now")}::timestamptz)
    on conflict (id) do update set platforms = excluded.platforms, seen_at = excluded.seen_at returning id`;
  return db
    .with(db.$with("own", { id: sql<string>`id` }).as(own))
    .select({ platforms: processes.platforms, seenAt: processes.seenAt })
    .from(processes)
    .where(and(ne(processes.id, given("id")), gt(processes.seenAt, given("since"))));
});

/** Records that a process runs, and returns the other processes that reported after `since`. */
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
): Promise<readonly OtherProcess[]> => {
  const others = await report(db, {
    id,
    platforms: JSON.stringify(processPlatformsJson.write(platforms)),
    now: fromInstant(now),
    since: fromInstant(since),
  });
  return others.map((each) => ({ ...each, platforms: readOrNull(processPlatformsJson, each.platforms) ?? [] }));
};

/**
 * Prepares the first report of a process; `ended`: processes that did not report since then have ended. If all had
 * ended, the time without any process is added to their reports: a platform is forgotten only while the desk runs.
 * Earlier processes with the same platforms are deleted, so that many restarts do not add up.
 */
export const reportStart = async (
  db: Database,
  { platforms, ended }: { readonly platforms: readonly string[]; readonly ended: Instant },
): Promise<void> =>
  db.transaction(async (tx) => {
    // Two processes that start at once must not both add the time.
    await tx.execute(sql`lock table ${processes} in share row exclusive mode`);
    const [row] = await tx.select({ last: max(processes.seenAt) }).from(processes);
    const outageMs = ended - (row?.last ?? ended);
    if (outageMs > 0)
      await tx
        .update(processes)
        .set({ seenAt: sql`${processes.seenAt} + ${outageMs}::double precision * interval '1 millisecond'` });
    await tx
      .delete(processes)
      .where(and(lt(processes.seenAt, ended), eq(processes.platforms, processPlatformsJson.write(platforms))));
  });

export const forgetProcessesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(processes).where(lte(processes.seenAt, at));
};
