import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Clock } from "../../sla/clock.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { runningClocks, standsSince } from "../../tickets/clocks/plan.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** The running clock that a reminder is about; undefined where it ended. */
export const clockOf = ({ clock, cycle }: ReminderNotification, ticket: Ticket): Clock | undefined =>
  runningClocks(ticket).find((each) => each.kind === clock && each.cycle === cycle);

/**
 * Why nobody need be told of a reminder any more that was decided before: its promise is kept or was given anew (`over`),
 * somebody is on it (`quiet`), or its clock stands still (`stands`). Null where it is still worth telling.
 */
export const whyObsolete = (notice: ReminderNotification, ticket: Ticket): "over" | "quiet" | "stands" | null => {
  const { target: promise, step, plannedFor } = notice;
  const clock = clockOf(notice, ticket);
  if (clock === undefined || clock.earlier.length !== promise) return "over";
  if (step < breach && clock.acknowledged !== null) return "quiet";
  const stands = standsSince(ticket, clock);
  // What was missed before the clock stood still stays missed; nothing else nears while it does.
  return stands !== null && (step < breach || plannedFor > stands) ? "stands" : null;
};
