import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock, ClockEnd, EndedClock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { pausedSince } from "./plan.ts";

import type { Ticket } from "../ticket.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";

/**
 * The targets that an act may breach: the current one, and before it those that were missed before a new target
 * replaced them.
 */
export const openTargets = ({ earlier, target }: Clock): readonly SlaTarget[] => [
  ...earlier.filter(({ breached }) => breached === true),
  target,
];

/** The target by which a clock is judged: the first one that was missed, else the current one. A breach stays a breach under later terms. */
export const judgedTarget = (clock: Clock): SlaTarget => openTargets(clock)[0] ?? clock.target;

/**
 * Whether a clock ended breached: it was answered late, or it was missed already when it was cancelled. A target that
 * replaced a missed one does not make the breach good.
 */
export const endedBreached = ({ end, target, earlier }: Clock): boolean =>
  end?.how === "breached" ||
  target.breached === true ||
  (end?.how === "cancelled" && earlier.some(({ breached }) => breached === true));

/** How a clock ended, as people count it: one that was missed before it was cancelled is breached. */
export const outcomeOf = (clock: EndedClock): ClockEnd["how"] => (endedBreached(clock) ? "breached" : clock.end.how);

/**
 * The first target of a clock that an act at this moment breaches; null if it meets them all. A target is met if no
 * more working time passed than it allows: also exactly at the due time, and in the night after a due time at closing.
 * A paused clock is judged by the moment it was paused. A promised update is due at a moment, not after a length of
 * time.
 */
export const breachedAt = (ticket: Ticket, clock: Clock, at: Instant): SlaTarget | null => {
  const stopped = Math.min(at, pausedSince(ticket, clock) ?? at);
  const isBroken = ({ calendar, due }: SlaTarget): boolean =>
    stopped > due && (clockTraits[clock.kind].target === "moment" || workingTimeBetween(calendar, due, stopped) > 0);
  return openTargets(clock).find(isBroken) ?? null;
};
