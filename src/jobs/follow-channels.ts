import type { Instant } from "../sla/instant.ts";
import { followChannelsOf } from "../tickets/execute/follow-channels.ts";
import { areWaiting, deskToFollow, markFollowed, ticketsElsewhere } from "../db/staff-channels-store.ts";

import type { Step, WorkDeps } from "./deps.ts";

const batch = 10;
/** While so many cards wait to be posted, no more are moved: a new ticket's card never waits behind all of them. */
const mostWaiting = 10;
/** How long (ms) after a change of the desk a transaction that read the earlier desk may still commit. */
const graceMs = 60_000;

export interface FollowingChannels {
  readonly step: Step;
  /**
   * The version in whose channels all cards were found already (0: none). The cards are looked for once more where its desk was
   * applied before the other moment.
   */
  readonly followed: (now: Instant) => { readonly version: number; readonly before: Instant };
}

/**
 * Moves the staff's cards of open tickets into the channels that the desk in force names, a few at a time. What is left to do is
 * read from the cards themselves, so a process that stops in between loses nothing, and several do not do it twice.
 */
export const followChannels = (deps: WorkDeps): FollowingChannels => {
  let found = 0;
  const step: Step = async () => {
    const { db } = deps.database;
    const now = deps.now();
    const inForce = await deskToFollow(db);
    if (inForce === null) return 0;
    const isOver = now - inForce.at >= graceMs;
    if (found === inForce.version && !isOver) return 0;
    if (await areWaiting(db, now, mostWaiting)) return 0;
    const desk = await deps.desk.read(db);
    const numbers = await ticketsElsewhere(db, desk.channels, batch);
    if (numbers.length > 0) return followChannelsOf(deps.database, deps.desk, numbers, now);
    if (desk.version === inForce.version) found = desk.version;
    if (isOver) await markFollowed(db, inForce.version, now);
    return 0;
  };
  return { step, followed: (now) => ({ version: found, before: now - graceMs }) };
};
