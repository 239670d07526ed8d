import type { Clock } from "../../../src/sla/clock.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";

/** A ticket, and every clock that it ever had as it was last, in the order in which they started. */
export interface WithAllClocks {
  readonly state: TicketState | null;
  readonly clocks: ReadonlyMap<string, Clock>;
}

export const noClocks: WithAllClocks = { state: null, clocks: new Map() };

/** The same after an event. A ticket forgets an ended clock only after the event that ended it, so none is missing here. */
export const follow = ({ state, clocks }: WithAllClocks, event: Event): WithAllClocks => {
  const next = evolve(state, event);
  const now = next.ticket.sla.clocks.map((clock) => [`${clock.kind} ${clock.cycle}`, clock] as const);
  return { state: next, clocks: new Map([...clocks, ...now]) };
};

/** Every clock that a ticket ever had, from its events. */
export const allClocks = (events: readonly Event[]): readonly Clock[] => [
  ...events.reduce(follow, noClocks).clocks.values(),
];
