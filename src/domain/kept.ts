import { standsSince } from "./plan.ts";
import type { Instant } from "./refs.ts";
import type { Clock, Ticket } from "./ticket.ts";
import { workingTimeBetween } from "./working-time.ts";

/**
 * Whether a promise is kept by an act at this moment: no more working time was used than promised, so also at the very moment
 * it is due, and in the night after it was due at the close. A clock that stands still was kept or not when it stopped. News was
 * promised for a moment, not for a length of time.
 */
export const isKept = (ticket: Ticket, clock: Clock, at: Instant): boolean => {
  const { calendar, due } = clock.promise;
  const stopped = Math.min(at, standsSince(ticket, clock) ?? at);
  return stopped <= due || (clock.kind !== "update" && workingTimeBetween(calendar, due, stopped) === 0);
};
