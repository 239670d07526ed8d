import type { Instant } from "../sla/instant.ts";
import { leaseMs } from "../db/delivery/lease.ts";
import { reportRunning, reportStart, type OtherProcess } from "../db/process-store.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** The platforms to which this process cannot send, but another process of the desk can. */
export interface PlatformsElsewhere {
  /** A running process can send there. */
  readonly running: readonly string[];
  /** No running process can send there, but within the last day one could. It probably starts again. */
  readonly away: readonly string[];
  /** Both. Their messages and cards wait for a process that can send there. */
  readonly all: readonly string[];
  /** Of these, the ones whose inbound events and prompts wait as well. */
  readonly reading: readonly string[];
}

/** Returns the platforms of the other processes. */
export type ServedElsewhere = () => Promise<PlatformsElsewhere>;

/** How often (ms) a process reports that it runs. */
const reportMs = 5_000;

/** How long (ms) the desk runs without a platform until it is forgotten. Then its work counts as wrongly configured. */
const rememberedMs = 24 * 60 * 60_000;

/**
 * How long (ms) inbound events and prompts wait for a process that is away. After that, any process handles them, so
 * that tickets open. It cannot read more from the platform than the event contains.
 */
const readingMs = 10 * 60_000;

/** No other process has platforms of its own. */
export const nothingElsewhere: PlatformsElsewhere = { running: [], away: [], all: [], reading: [] };

const platformsAfter = (others: readonly OtherProcess[], since: Instant): readonly string[] => [
  ...new Set(others.filter(({ seenAt }) => seenAt > since).flatMap(({ platforms }) => platforms)),
];

/** A process that did not report for the length of a lease counts as ended. */
export const createServedElsewhere = (
  { database, ports, now, log }: Pick<WorkDeps, "database" | "ports" | "now" | "log">,
  self: string,
): ServedElsewhere => {
  let reportedAt: Instant | null = null;
  let start: Promise<void> | null = null;
  let others = nothingElsewhere;

  const noteAway = (earlier: readonly string[], away: readonly string[]): void => {
    for (const platform of away) if (!earlier.includes(platform)) log.warn({ platform }, "platform.away");
    for (const platform of earlier) if (!away.includes(platform)) log.info({ platform }, "platform.no-longer-away");
  };

  const report = async (at: Instant): Promise<PlatformsElsewhere> => {
    const platforms = [...ports.keys()];
    start ??= reportStart(database.db, { platforms, ended: at - leaseMs });
    await start.catch((error: unknown) => {
      start = null;
      throw error;
    });
    const known = (await reportRunning(database.db, { id: self, platforms, now: at, since: at - rememberedMs })).map(
      (each) => ({ ...each, platforms: each.platforms.filter((platform) => !ports.has(platform)) }),
    );
    const all = platformsAfter(known, at - rememberedMs);
    const running = platformsAfter(known, at - leaseMs);
    const away = all.filter((platform) => !running.includes(platform));
    return { running, away, all, reading: platformsAfter(known, at - readingMs) };
  };

  return async () => {
    // The embedded database serves one process.
    if (database.kind === "pglite") return nothingElsewhere;
    const at = now();
    if (reportedAt === null || Math.abs(at - reportedAt) >= reportMs) {
      const found = await report(at);
      noteAway(others.away, found.away);
      others = found;
      reportedAt = at;
    }
    return others;
  };
};
