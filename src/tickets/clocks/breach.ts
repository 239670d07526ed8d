import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock, SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { standsSince } from "./plan.ts";

import type { Ticket } from "../ticket.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";

/** The promises that an act may break: the one that counts now, and before it those that were missed before they were given anew. */
export const openTargets = ({ earlier, target: promise }: Clock): readonly SlaTarget[] => [
  ...earlier.filter(({ missed }) => missed === true),
  promise,
];

/**
 * The first promise of a clock that is broken by an act at this moment; null where all are kept: no more working time was used
 * than promised, so also at the very moment it is due, and in the night after it was due at the close. A clock that stands
 * still was kept or not when it stopped. News was promised for a moment, not for a length of time.
 */
export const breachedAt = (ticket: Ticket, clock: Clock, at: Instant): SlaTarget | null => {
  const stopped = Math.min(at, standsSince(ticket, clock) ?? at);
  const isBroken = ({ calendar, due }: SlaTarget): boolean =>
    stopped > due && (clockTraits[clock.kind].target === "moment" || workingTimeBetween(calendar, due, stopped) > 0);
  return openTargets(clock).find(isBroken) ?? null;
};
