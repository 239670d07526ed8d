import { claimAway } from "../db/delivery/claim-away.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { LeftToOthers } from "../db/delivery/left-to-others.ts";
import type { Desk } from "../desk/desk.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { platformOf } from "../tickets/refs.ts";
import { doubtMs, patienceMs } from "./backoff.ts";
import type { PlatformsElsewhere } from "./served-elsewhere.ts";
import { setAside } from "./set-aside.ts";
import { settleFailure } from "./settle-failure.ts";

const batch = 20;

/**
 * Where a person is reached first: here, by another running process, or by none at the moment (`away`). `unknown`: no
 * process has a platform of theirs.
 */
const reachOf = (
  person: string,
  { running, away }: PlatformsElsewhere,
  desk: Desk,
  ports: WorkDeps["ports"],
): "here" | "running" | "away" | "unknown" => {
  const platforms = (desk.people[person]?.identities ?? []).map(platformOf);
  const first = platforms.find((platform) => ports.has(platform) || running.includes(platform));
  if (first !== undefined) return ports.has(first) ? "here" : "running";
  return platforms.some((platform) => away.includes(platform)) ? "away" : "unknown";
};

/** What this process must not claim. A person with identities on several platforms belongs to the first that runs. */
export const leftTo = (others: PlatformsElsewhere, desk: Desk, ports: WorkDeps["ports"]): LeftToOthers => {
  if (others.all.length === 0) return { people: [], platforms: [] };
  const isOfOthers = (person: string): boolean => ["running", "away"].includes(reachOf(person, others, desk, ports));
  return { people: Object.keys(desk.people).filter(isOfOthers), platforms: others.all };
};

/**
 * Lets reminders and pages take their next recipient if their platform is away for longer than a temporary failure may
 * last. Only messages with a recipient in reach do so. The others wait until their platform is back.
 */
export const passOnAway = async (
  deps: WorkDeps,
  desk: Desk,
  others: PlatformsElsewhere,
  lease: Lease,
): Promise<void> => {
  if (others.away.length === 0) return;
  const people = Object.keys(desk.people);
  const reached = Map.groupBy(people, (person) => reachOf(person, others, desk, deps.ports));
  const isInReach = (platform: string): boolean => deps.ports.has(platform) || others.running.includes(platform);
  const now = deps.now();
  const rows = await claimAway(deps.database.db, {
    now,
    lease,
    limit: batch,
    dueBefore: now - patienceMs,
    attemptedBefore: now - doubtMs.staff,
    away: { people: reached.get("away") ?? [], platforms: others.away },
    inReach: {
      people: [...(reached.get("here") ?? []), ...(reached.get("running") ?? [])],
      mailboxes: isInReach("email") ? people.filter((person) => desk.people[person]?.email != null) : [],
      triage: desk.channels.triage.some((channel) => isInReach(platformOf(channel))),
    },
  });
  const failure = { kind: "installBroken", why: "the process that sends to this platform does not run" } as const;
  for (const row of rows)
    await settleFailure(deps, row, { lease, failure }).catch((error: unknown) => setAside(deps, [row], lease, error));
};
