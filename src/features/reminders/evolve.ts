import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";
import type { Event } from "../../tickets/messages.ts";

type LadderEvent = Extract<Event, { type: "acknowledged" | "snoozed" | "reminded" | "requeued" }>;

/** The working time (milliseconds) from a clock's start until a later moment, without its pauses so far. */
const countedUntil = ({ target: { calendar, due, total, pausedLate } }: Clock, until: Instant): number =>
  until <= due
    ? Math.max(total - workingTimeBetween(calendar, until, due), 0)
    : total + workingTimeBetween(calendar, due, until) - pausedLate;

/** A snooze ends once a reminder of that time or later was sent or replaced. */
const awake = ({ snoozed }: Clock, plannedFor: number): Partial<Clock> =>
  snoozed !== null && plannedFor >= snoozed.until ? { snoozed: null } : {};

const changed = (clock: Clock, event: LadderEvent): Partial<Clock> => {
  switch (event.type) {
    case "acknowledged":
      return clock.end === null && clock.acknowledged === null
        ? { acknowledged: { by: event.person, at: event.at } }
        : {};
    case "snoozed":
      return clock.end === null
        ? { snoozed: { until: event.until, by: event.person, counted: countedUntil(clock, event.until) } }
        : {};
    case "reminded":
      return clock.kind === event.clock && clock.cycle === event.cycle
        ? { fired: [...clock.fired, ...event.superseded, event.step], ...awake(clock, event.plannedFor) }
        : {};
    case "requeued":
      return clock.kind === event.clock && clock.cycle === event.cycle
        ? { fired: clock.fired.filter((step) => step !== event.step) }
        : {};
  }
};

/** The clocks after an event about their reminders. */
export const ladderChanges = (clocks: readonly Clock[], event: LadderEvent): readonly Clock[] =>
  clocks.map((clock) => ({ ...clock, ...changed(clock, event) }));
