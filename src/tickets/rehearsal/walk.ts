import type { Desk } from "../../desk/desk.ts";
import type { Clock } from "../../sla/clock.ts";
import { carriedClocks, type CarriedClocks } from "../clocks/carried-clocks.ts";
import { evolve } from "../evolve.ts";
import type { Event } from "../messages.ts";
import { eventRule } from "../registry.ts";
import type { TicketState } from "../ticket.ts";
import type { RecordedTicket } from "./rehearsal.ts";

/** A ticket after some of its events, and every clock that it ever had as it was last, in the order in which they started. */
export interface Walked {
  readonly state: TicketState;
  readonly clocks: Map<string, Clock>;
}

/** The events of a ticket could not be followed. */
export class Unfollowed extends Error {
  override readonly name = "Unfollowed";
}

/** The events, all readable and beginning with the opening. Throws Unfollowed otherwise. */
export const readableEvents = ({ number, events }: RecordedTicket): readonly Event[] => {
  if (events?.[0]?.type !== "opened") throw new Unfollowed(`the events of ticket ${number} cannot be read`);
  return events;
};

/**
 * The ticket after one more event. A ticket forgets an ended clock only after the event that ended it, so `clocks` misses
 * none. It is changed, because a long ticket has many.
 */
export const follow = (before: Walked | null, event: Event): Walked => {
  const state = evolve(before?.state ?? null, event);
  const clocks = before?.clocks ?? new Map<string, Clock>();
  const known = before?.state.ticket.sla.clocks;
  if (known !== state.ticket.sla.clocks)
    for (const clock of state.ticket.sla.clocks) clocks.set(`${clock.kind} ${clock.cycle}`, clock);
  return { state, clocks };
};

/** What a ticket that was merged into another one leaves to it, if its own past is rehearsed. Throws Unfollowed if it is not known. */
const leftBy = (recorded: RecordedTicket, into: number, from: number, desk: Desk): CarriedClocks => {
  const merged = recorded.merged.find(({ number }) => number === from);
  if (merged === undefined) throw new Unfollowed(`ticket ${from} is not there`);
  let walked: Walked | null = null;
  for (const event of readableEvents(merged)) {
    if (event.type === "merged" && event.into === into && walked !== null)
      return carriedClocks(walked.state.ticket, event.at);
    walked = follow(walked, underDesk(merged, walked, event, desk));
  }
  throw new Unfollowed(`ticket ${from} was never merged`);
};

/** An event of the past as it would have been under a desk. Throws Unfollowed if a merged ticket that it needs is not known. */
export const underDesk = (recorded: RecordedTicket, before: Walked | null, event: Event, desk: Desk): Event => {
  const { rehearsed } = eventRule(event.type);
  const merges = event.type === "linkAdded" && event.carried !== null;
  // An event without a target has no such rule.
  return rehearsed === undefined
    ? event
    : rehearsed({
        ticket: before?.state.ticket ?? null,
        pauses: before?.state.pauses ?? [],
        event,
        desk,
        carried: merges ? leftBy(recorded, recorded.number, event.number, desk) : null,
      });
};
