import { managerOf } from "../../tickets/people.ts";
import type { TargetStep } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  directTo,
  mailTo,
  routeAfter,
  rerouted,
  routesFor,
  routeContextOf,
  type RouteContext,
} from "../../tickets/routes/routes.ts";
import type { NotifyTarget, ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** The targets of a step, before availability is checked. */
const firstTargets = (step: TargetStep, context: RouteContext): readonly NotifyTarget[] => {
  const manager = managerOf(context.desk, context.ticket)?.key ?? null;
  const people = [...directTo(step.tell, context), ...mailTo(step.email, context)];
  // If no person is assigned, triage must see that: the step must never be skipped silently.
  const unmanaged = step.tell.includes("manager") && manager === null;
  const mention: NotifyTarget = { how: "mention", person: manager ?? context.ticket.assignee };
  return step.mention === "triage" || unmanaged || people.length === 0 ? [...people, mention] : people;
};

/**
 * The reminders of a ladder step, each with its fallbacks. Unavailable people are skipped, and a stand-in for several
 * people is notified once. If there is no person to notify, triage is mentioned.
 */
export const notificationsFor = (
  step: TargetStep,
  {
    calendar,
    about,
    ticket,
    desk,
    at,
  }: {
    readonly calendar: Calendar;
    readonly about: Pick<ReminderNotification, "clock" | "cycle" | "target" | "plannedFor">;
    readonly ticket: Ticket;
    readonly desk: Desk;
    readonly at: Instant;
  },
): readonly ReminderNotification[] => {
  const context = routeContextOf(calendar, ticket, desk, at);
  return routesFor(firstTargets(step, context), context).map((route) => ({ ...about, step: step.percent, ...route }));
};

/** The same reminder for its next available target; null if none is left. */
export const notificationAfter = (
  notice: ReminderNotification,
  {
    error,
    calendar,
    ticket,
    desk,
    at,
  }: {
    readonly error: string;
    readonly calendar: Calendar;
    readonly ticket: Ticket;
    readonly desk: Desk;
    readonly at: Instant;
  },
): ReminderNotification | null => {
  const found = routeAfter(notice, error, routeContextOf(calendar, ticket, desk, at));
  return found === null ? null : { ...notice, ...found };
};

/** The same reminder for an available person, if its recipient became unavailable; null if they are available. */
export const rerouteNotification = (
  notice: ReminderNotification,
  {
    calendar,
    ticket,
    desk,
    at,
  }: { readonly calendar: Calendar; readonly ticket: Ticket; readonly desk: Desk; readonly at: Instant },
): ReminderNotification | null => {
  const found = rerouted(notice, routeContextOf(calendar, ticket, desk, at));
  return found === null ? null : { ...notice, ...found };
};
