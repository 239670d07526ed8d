import type { EndedPause, Pause } from "../../sla/calendar.ts";
import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";
import type { TechWork, Ticket, TicketPauses, TicketSla } from "../ticket.ts";

/** Since when clocks of this kind are paused on this ticket, whether they run or not; null if they are not. */
export const pauseStart = (ticket: Ticket, { kind }: Pick<Clock, "kind">): Instant | null =>
  clockTraits[kind].pausable ? ticket.sla.pauses.since : null;

/** When the last ended pause of a clock ended; null if there was none. */
export const lastPauseEnd = (ticket: Ticket, { kind }: Pick<Clock, "kind">): Instant | null =>
  clockTraits[kind].pausable ? ticket.sla.pauses.lastEnd : null;

/** When a clock of this ticket was paused, in order: its `ended` pauses and the one that lasts. */
export const pausesOf = (
  ticket: Ticket,
  clock: Pick<Clock, "kind">,
  ended: readonly EndedPause[],
): readonly Pause[] => {
  if (!clockTraits[clock.kind].pausable) return [];
  const { since } = ticket.sla.pauses;
  return since === null ? ended : [...ended, { from: since, to: null }];
};

/** Whether a customer's message ends the wait for them. A late message that they wrote before the wait does not. */
export const endsWaiting = (ticket: Ticket, wroteAt: Instant): boolean =>
  ticket.status === "waiting" && wroteAt >= (ticket.sla.pauses.since ?? wroteAt);

/** Ends the technical team's current work; work that has ended stays as it is. */
export const techEnded = ({ tech }: Ticket, at: Instant, how: "returned" | "done" | "closed"): TechWork | null =>
  tech === null || tech.end !== null ? tech : { ...tech, end: { at, how } };

/** Begins a pause. Messages may arrive late, so a pause never begins before the end of the previous one. */
export const paused = ({ since, lastEnd }: TicketPauses, at: Instant): TicketPauses => ({
  since: since ?? Math.max(at, lastEnd ?? at),
  lastEnd,
});

/** The working time of a calendar in the part of a pause between two moments. */
const countedIn = (pause: EndedPause, { calendar }: SlaTarget, from: Instant, to: Instant): number =>
  workingTimeBetween(calendar, Math.max(pause.from, from), Math.min(pause.to, to));

/** A target that is no longer the current one keeps its due time, so an act is late by less if a pause follows it. */
const lateAfterPause = (target: SlaTarget, pause: EndedPause): SlaTarget => {
  const counted = countedIn(pause, target, target.due, Infinity);
  return counted === 0 ? target : { ...target, pausedLate: target.pausedLate + counted };
};

/** How long (ms) a pause lasted since the clock was set. */
export const waitedIn = ({ earlier, target }: Clock, { from, to }: EndedPause): number =>
  Math.max(to - Math.max(from, (earlier[0] ?? target).madeAt), 0);

/** What an ended pause changes on a clock, apart from its current target. */
const afterPause = (clock: Clock, pause: EndedPause): Clock => {
  const { kind, startedAt, target, earlier, snoozed } = clock;
  if (!clockTraits[kind].pausable) return clock;
  return {
    ...clock,
    waited: (clock.waited ?? 0) + waitedIn(clock, pause),
    earlier: earlier.map((each) => lateAfterPause(each, pause)),
    snoozed:
      snoozed === null
        ? null
        : { ...snoozed, counted: snoozed.counted - countedIn(pause, target, startedAt, snoozed.until) },
  };
};

/** Ends a lasting pause. The event gives each clock that continues its new target. */
export const unpaused = (sla: TicketSla, at: Instant): TicketSla => {
  const { since } = sla.pauses;
  if (since === null) return sla;
  const pause = { from: since, to: Math.max(since, at) };
  return {
    ...sla,
    pauses: { since: null, lastEnd: pause.to },
    clocks: sla.clocks.map((clock) => afterPause(clock, pause)),
  };
};

/** The pause that ended between two states of a ticket; null if none did, or if it was empty. */
export const endedPause = (before: Ticket, after: Ticket): EndedPause | null => {
  const { since: from } = before.sla.pauses;
  const { since, lastEnd: to } = after.sla.pauses;
  return from === null || since !== null || to === null || to <= from ? null : { from, to };
};

/**
 * The working time (milliseconds) from the start of a target's clock until a moment, without its ended pauses. `total` and
 * `pausedLate` hold these, so no pause is read.
 */
export const countedUntil = (
  { calendar, due, total, pausedLate }: Pick<SlaTarget, "calendar" | "due" | "total" | "pausedLate">,
  until: Instant,
): number =>
  until <= due
    ? Math.max(total - workingTimeBetween(calendar, until, due), 0)
    : Math.max(total + workingTimeBetween(calendar, due, until) - pausedLate, 0);
