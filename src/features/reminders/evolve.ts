import type { Clock } from "../../sla/clock.ts";
import { countedUntil } from "../../tickets/clocks/pauses.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { causeOfBreach } from "../../tickets/clocks/outcomes.ts";
import type { Event } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type LadderEvent = Extract<Event, { type: "acknowledged" | "snoozed" | "reminded" | "requeued" | "fallbackTaken" }>;

/** A snooze ends once a reminder of that time or later was sent or replaced. */
const awake = ({ snoozed }: Clock, plannedFor: number): Partial<Clock> =>
  snoozed !== null && plannedFor >= snoozed.until ? { snoozed: null } : {};

/** The step of the breach tells how the ticket is at that moment. */
const atBreach = (ticket: Ticket, clock: Clock, step: number): Partial<Clock> =>
  step >= breach && clock.breachCause === undefined ? { breachCause: causeOfBreach(ticket, clock) } : {};

const changed = (ticket: Ticket, clock: Clock, event: LadderEvent): Partial<Clock> => {
  switch (event.type) {
    case "acknowledged":
      return clock.end === null && clock.acknowledged === null
        ? { acknowledged: { by: event.person, at: event.at } }
        : {};
    case "snoozed":
      return clock.end === null
        ? { snoozed: { until: event.until, by: event.person, counted: countedUntil(clock.target, event.until) } }
        : {};
    case "reminded":
      return clock.kind === event.clock && clock.cycle === event.cycle
        ? {
            fired: [...clock.fired, ...event.superseded, event.step],
            ...awake(clock, event.plannedFor),
            ...atBreach(ticket, clock, event.step),
          }
        : {};
    case "requeued":
      return clock.kind === event.clock && clock.cycle === event.cycle
        ? { fired: clock.fired.filter((step) => step !== event.step) }
        : {};
    case "fallbackTaken":
      return clock.end === null &&
        event.next === null &&
        clock.kind === event.failed.clock &&
        clock.cycle === event.failed.cycle
        ? { undelivered: true }
        : {};
  }
};

/** The clocks of a ticket after an event about their reminders. */
export const ladderChanges = (ticket: Ticket, event: LadderEvent): readonly Clock[] =>
  ticket.sla.clocks.map((clock) => ({ ...clock, ...changed(ticket, clock, event) }));
