import { managerOf } from "../../tickets/people.ts";
import type { TargetStep } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  directTo,
  mailTo,
  routeAfter,
  routeAround,
  routesFor,
  routeContextOf,
  type RouteContext,
} from "../../tickets/routes/routes.ts";
import type { NotifyTarget, ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** What a step says to begin with, before anybody is looked for. */
const firstRungs = (step: TargetStep, context: RouteContext): readonly NotifyTarget[] => {
  const manager = managerOf(context.desk, context.ticket)?.key ?? null;
  const told = [...directTo(step.tell, context), ...mailTo(step.email, context)];
  // Nobody assigned is a failure to be shown, never a silent skip.
  const unmanaged = step.tell.includes("manager") && manager === null;
  const mention: NotifyTarget = { how: "mention", person: manager ?? context.ticket.assignee };
  return step.mention === "triage" || unmanaged || told.length === 0 ? [...told, mention] : told;
};

/**
 * Whom a step of the ladder tells, each with the notify targets left if they cannot be reached. Whoever is away is passed over, and who
 * comes next is told once, however many they stand in for. Where nobody is to be told, triage is: a step never ends in silence.
 */
export const noticesFor = (
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
  return routesFor(firstRungs(step, context), context).map((route) => ({ ...about, step: step.percent, ...route }));
};

/** The same reminder on the next notify target that may be taken now; null where there is none left. */
export const noticeAfter = (
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

/** The same reminder for who is there, where whoever it was for is away by now; null where it stays theirs. */
export const noticeAround = (
  notice: ReminderNotification,
  {
    calendar,
    ticket,
    desk,
    at,
  }: { readonly calendar: Calendar; readonly ticket: Ticket; readonly desk: Desk; readonly at: Instant },
): ReminderNotification | null => {
  const found = routeAround(notice, routeContextOf(calendar, ticket, desk, at));
  return found === null ? null : { ...notice, ...found };
};
