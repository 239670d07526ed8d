import type { DatabaseHandle } from "../../../db/connection/handle.ts";
import type { Desk } from "../../../desk/desk.ts";
import type { Instant } from "../../../sla/instant.ts";
import { eventsOfReplan, movesOf, openTickets, type TargetMove } from "../../../tickets/execute/replan-open.ts";

/** A target of an open ticket that would move. */
interface TicketMove extends TargetMove {
  readonly number: number;
  readonly account: string | null;
}

/** Which open targets would move if they followed a desk. */
export interface MoveReview {
  /** The first of them. */
  readonly moves: readonly TicketMove[];
  /** How many tickets have targets that would move, among those that were looked at. */
  readonly movedTickets: number;
  /** How many of them cannot be read, and keep their targets. */
  readonly unreadable: number;
  /** How many open tickets were looked at, and how many there are. */
  readonly looked: number;
  readonly open: number;
}

/** A page cannot look at every ticket of a large desk, so it takes those that are due first. */
const lookedAt = 1_000;
const longestMs = 4_000;
const shown = 50;

/** Looks at the open tickets as `desk -- replan` does, without changing anything. */
export const movesUnder = async (
  desk: Desk,
  { database, now }: { readonly database: DatabaseHandle; readonly now: () => Instant },
): Promise<MoveReview> => {
  const began = performance.now();
  const { count, tickets } = await openTickets(database);
  const moves: TicketMove[] = [];
  let [looked, movedTickets, unreadable] = [0, 0, 0];
  for await (const { ticket, pauses } of tickets) {
    if (looked === lookedAt || performance.now() - began > longestMs) break;
    looked += 1;
    if (ticket.status === "unreadable") {
      unreadable += 1;
      continue;
    }
    const { number, account } = ticket;
    const moved = movesOf(ticket, eventsOfReplan({ ticket, pauses }, desk, now()));
    if (moved.length > 0) movedTickets += 1;
    if (moves.length < shown) moves.push(...moved.map((each) => ({ ...each, number, account })));
  }
  return { moves, movedTickets, unreadable, looked, open: count };
};
