import type { Instant } from "../sla/instant.ts";
import { followChannelsOf } from "../tickets/execute/follow-channels.ts";
import {
  areWaiting,
  deskToFollow,
  markFollowed,
  walkOpenTickets,
  type OpenTicketPlace,
} from "../db/staff-channels-store.ts";

import type { Step, WorkDeps } from "./deps.ts";

/** How many open tickets a turn looks at, and how many of them it moves at most. */
export interface FollowSizes {
  readonly looked: number;
  readonly moved: number;
}

const usual: FollowSizes = { looked: 200, moved: 10 };
/** While this many cards wait to be posted, no more are moved: the card of a new ticket never waits behind all of them. */
const mostWaiting = 10;
/** How long (ms) after a change of the desk a transaction that read the earlier desk may still commit. */
const graceMs = 60_000;

export interface FollowingChannels {
  readonly step: Step;
  /**
   * The version in whose channels all cards were found already (0: none). The cards are looked at once more if its desk was
   * applied before the other moment.
   */
  readonly followed: (now: Instant) => { readonly version: number; readonly before: Instant };
}

/** One walk over all open tickets, for one version of the desk. */
interface Pass {
  readonly version: number;
  /** It began when no transaction could still commit cards in the channels of an earlier desk. */
  readonly isFinal: boolean;
  readonly after: OpenTicketPlace | null;
  readonly hasFound: boolean;
}

/**
 * Moves the staff's cards of open tickets into the channels that the desk in force names, a few at a time. It walks the open
 * tickets from the first to the last, and again until a whole pass finds no card in another channel. What is left to do is
 * read from the cards themselves: a process that stops loses nothing and begins from the top, and several processes do not
 * move a card twice. A ticket whose due time moves to before the walk is found in the next pass, or with its next message.
 */
export const followChannels = (deps: WorkDeps, { looked, moved }: FollowSizes = usual): FollowingChannels => {
  let found = 0;
  let pass: Pass | null = null;

  const step: Step = async () => {
    const { db } = deps.database;
    const now = deps.now();
    const inForce = await deskToFollow(db);
    if (inForce === null) return 0;
    const isFinal = now - inForce.at >= graceMs;
    if (found === inForce.version && !isFinal) return 0;
    if (await areWaiting(db, now, mostWaiting)) return 0;
    const desk = await deps.desk.read(db);
    if (pass?.version !== desk.version) pass = { version: desk.version, isFinal, after: null, hasFound: false };
    const walked = await walkOpenTickets(db, desk.channels, pass.after, looked);
    const elsewhere = walked.filter((each) => each.isElsewhere).slice(0, moved);
    const isCut = elsewhere.length === moved;
    const last = isCut ? elsewhere.at(-1) : walked.at(-1);
    const hasFound = pass.hasFound || elsewhere.length > 0;
    const isOver = !isCut && walked.length < looked;
    const { isFinal: wasFinal, version } = pass;
    pass = isOver ? null : { ...pass, after: last ?? pass.after, hasFound };
    if (elsewhere.length > 0) {
      const numbers = elsewhere.map(({ number }) => number);
      return followChannelsOf(deps.database, deps.desk, numbers, now);
    }
    if (!isOver) return walked.length;
    // A pass that moved cards is followed by another one, which begins at the next turn.
    if (hasFound) return 1;
    if (version === inForce.version) found = version;
    if (wasFinal) await markFollowed(db, inForce.version, now);
    return 0;
  };
  return { step, followed: (now) => ({ version: found, before: now - graceMs }) };
};
