import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Clock } from "../../sla/clock.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { runningClocks, pausedSince } from "../../tickets/clocks/plan.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** The running clock of a reminder; undefined if it ended. */
export const clockOf = ({ clock, cycle }: ReminderNotification, ticket: Ticket): Clock | undefined =>
  runningClocks(ticket).find((each) => each.kind === clock && each.cycle === cycle);

/**
 * Why a reminder need not be sent any more: its clock ended or got a new target (`over`), an agent works on the ticket
 * (`quiet`), or its clock is paused (`stands`). Null if it is still needed.
 */
export const whyObsolete = (notice: ReminderNotification, ticket: Ticket): "over" | "quiet" | "stands" | null => {
  const { target: targetIndex, step, plannedFor } = notice;
  const clock = clockOf(notice, ticket);
  if (clock === undefined || clock.earlier.length !== targetIndex) return "over";
  if (step < breach && clock.acknowledged !== null) return "quiet";
  const pausedAt = pausedSince(ticket, clock);
  // A breach before the pause stays a breach; during the pause nothing else comes due.
  return pausedAt !== null && (step < breach || plannedFor > pausedAt) ? "stands" : null;
};
