import type { Instant } from "../sla/instant.ts";
import { leaseMs } from "../db/delivery/lease.ts";
import { reportRunning } from "../db/process-store.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/**
 * Returns the platforms to which this process cannot send, but another running process can. Their messages, cards and
 * inbound events are left to that process.
 */
export type ServedElsewhere = () => Promise<readonly string[]>;

/** How often (ms) a process reports that it runs. */
const reportMs = 5_000;

/** A process that did not report for the length of a lease counts as ended. Then the others take its work. */
export const createServedElsewhere = (
  { database, ports, now }: Pick<WorkDeps, "database" | "ports" | "now">,
  self: string,
): ServedElsewhere => {
  let reportedAt: Instant | null = null;
  let others: readonly string[] = [];
  return async () => {
    // The embedded database serves one process.
    if (database.kind === "pglite") return [];
    const at = now();
    if (reportedAt === null || Math.abs(at - reportedAt) >= reportMs) {
      others = await reportRunning(database.db, {
        id: self,
        platforms: [...ports.keys()],
        now: at,
        since: at - leaseMs,
      });
      reportedAt = at;
    }
    return others.filter((platform) => !ports.has(platform));
  };
};
