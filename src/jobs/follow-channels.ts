import type { Instant } from "../sla/instant.ts";
import { followChannelsOf, ticketsElsewhere } from "../tickets/execute/follow-channels.ts";
import {
  areWaiting,
  deskToFollow,
  markFollowed,
  walkOpenTickets,
  type OpenTicketPlace,
} from "../db/staff-channels-store.ts";
import type { Step, WorkDeps } from "./deps.ts";

/** How many open tickets one step looks at, and how many it moves at most. */
export interface FollowSizes {
  readonly looked: number;
  readonly moved: number;
}

const usual: FollowSizes = { looked: 200, moved: 10 };
/** While so many cards wait to be posted, no more are moved. So a new ticket's card never waits behind all of them. */
const mostWaiting = 10;
/** How long (ms) after a desk change a transaction that read the earlier desk may still commit. */
const graceMs = 60_000;

export interface FollowingChannels {
  readonly step: Step;
  /**
   * The version in whose channels all cards were found (0: none). They are checked once more if its desk was applied
   * before `before`.
   */
  readonly followed: (now: Instant) => { readonly version: number; readonly before: Instant };
}

/** One walk over all open tickets, for one version of the desk. */
interface Pass {
  readonly version: number;
  /** True if the walk began when no transaction could still commit cards for an earlier desk. */
  readonly isFinal: boolean;
  readonly after: OpenTicketPlace | null;
  readonly hasFound: boolean;
}

/**
 * Moves the staff cards of open tickets into the channels of the desk in force, a few at a time. It walks the open
 * tickets from first to last, and repeats until a pass finds no card in another channel. The remaining work is read
 * from the cards: a process that stops loses nothing, and several processes do not move a card twice. A ticket whose
 * due time moves before the walk's position is found in the next pass, or with its next message.
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
    // A slow turn does not hold up the next one, which may end the pass meanwhile.
    const walking: Pass =
      pass?.version === desk.version ? pass : { version: desk.version, isFinal, after: null, hasFound: false };
    const walked = await walkOpenTickets(db, walking.after, looked);
    const numbers = walked.map(({ number }) => number);
    const wrong = new Set((await ticketsElsewhere(db, desk, numbers)).slice(0, moved));
    const elsewhere = walked.filter(({ number }) => wrong.has(number));
    const isCut = elsewhere.length === moved;
    const last = isCut ? elsewhere.at(-1) : walked.at(-1);
    const hasFound = walking.hasFound || elsewhere.length > 0;
    const isOver = !isCut && walked.length < looked;
    const { isFinal: wasFinal, version } = walking;
    pass = isOver ? null : { ...walking, after: last ?? walking.after, hasFound };
    if (wrong.size > 0) return followChannelsOf(deps.database, deps.desk, [...wrong], now);
    if (!isOver) return walked.length;
    // After a pass that moved cards another one begins at the next step.
    if (hasFound) return 1;
    if (version === inForce.version) found = version;
    if (wasFinal) await markFollowed(db, inForce.version, now);
    return 0;
  };
  return { step, followed: (now) => ({ version: found, before: now - graceMs }) };
};
