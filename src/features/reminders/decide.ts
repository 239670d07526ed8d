import type { TargetStep } from "../../sla/clock.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { clockOf, whyObsolete } from "./obsolete.ts";
import { notificationAfter, rerouteNotification, notificationsFor } from "./reminder-notifications.ts";
import { plan, runningClocks } from "../../tickets/clocks/plan.ts";
import type { Reminder } from "../../tickets/clocks/plan.ts";
import { unannouncedBreach, currentSteps } from "../../tickets/clocks/reminder-schedule.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/**
 * A step is due. Only the highest due step is sent, and replaces the lower ones. A breach without a ladder step is
 * recorded, and replaces nothing.
 */
export const remind = (ticket: Ticket, command: Extract<TicketCommand, { type: "remind" }>, desk: Desk): Decision => {
  const due = plan(ticket).filter(
    (each) => each.clock === command.clock && each.cycle === command.cycle && each.at <= command.at,
  );
  const clock = ticket.sla.clocks.find((each) => each.kind === command.clock && each.cycle === command.cycle);
  if (due.length === 0 || clock === undefined) return refuse({ reason: "notDue" });
  const steps = currentSteps(ticket, clock).flatMap(({ step }) => (step === unannouncedBreach ? [] : [step]));
  const stepOf = (each: Reminder): TargetStep | undefined => steps.find(({ percent: at }) => at === each.step);
  const withStep = due.filter((each) => stepOf(each) !== undefined);
  const highest = withStep.at(-1);
  const withoutStep = due.filter((each) => stepOf(each) === undefined);
  const superseded = (by: Reminder): readonly number[] =>
    withStep.filter((each) => each !== by).map((each) => each.step);
  return accept(
    command,
    ...[...(highest === undefined ? [] : [highest]), ...withoutStep].map((each) => {
      const step = stepOf(each);
      const about = { clock: each.clock, cycle: each.cycle, target: each.target, plannedFor: each.at };
      return {
        type: "reminded",
        ...about,
        step: each.step,
        superseded: step === undefined ? [] : superseded(each),
        notices:
          step === undefined
            ? []
            : notificationsFor(step, { calendar: clock.target.calendar, about, ticket, desk, at: command.at }),
      } as const;
    }),
  );
};

/** A reminder was not delivered. The next target is used only while its clock runs. */
export const takeFallback = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "takeFallback" }>,
  desk: Desk,
): Decision => {
  const { notice, why } = command;
  const clock = runningClocks(ticket).find((each) => each.kind === notice.clock && each.cycle === notice.cycle);
  const next =
    clock === undefined
      ? null
      : notificationAfter(notice, { error: why, calendar: clock.target.calendar, ticket, desk, at: command.at });
  return accept(command, { type: "fallbackTaken", failed: notice, why, next });
};

/**
 * The recipient became unavailable before the reminder was sent. It goes to an available person, as if that had been
 * known when it fell due.
 */
export const reroute = (ticket: Ticket, command: Extract<TicketCommand, { type: "reroute" }>, desk: Desk): Decision => {
  const { notice, at } = command;
  const clock = clockOf(notice, ticket);
  const next =
    clock === undefined ? null : rerouteNotification(notice, { calendar: clock.target.calendar, ticket, desk, at });
  const why = next?.skipped[notice.skipped.length]?.why;
  return next === null || why === undefined || why.is === "failed"
    ? refuse({ reason: "notDue" })
    : accept(command, { type: "fallbackTaken", failed: notice, why, next });
};

/** A step was not sent because its clock is paused now. It is planned again. */
export const requeue = (ticket: Ticket, command: Extract<TicketCommand, { type: "requeue" }>): Decision => {
  const { clock, cycle, target, step } = command.notice;
  const isGone = clockOf(command.notice, ticket)?.fired.includes(step) === true;
  return isGone && whyObsolete(command.notice, ticket) === "stands"
    ? accept(command, { type: "requeued", clock, cycle, target, step })
    : refuse({ reason: "notDue" });
};

/** An agent works on the ticket: no reminders until the breach. */
export const acknowledge = (ticket: Ticket, command: TicketCommand, principal: Principal): Decision => {
  if (principal.is !== "staff") return refuse({ reason: "notAllowed" });
  const running = runningClocks(ticket);
  if (running.length === 0) return refuse({ reason: "nothingRunning" });
  if (running.every((clock) => clock.acknowledged !== null))
    return refuse({ reason: "alreadyThat", what: "acknowledged" });
  return accept(command, { type: "acknowledged", person: principal.person.key });
};

/** Postpones the steps below the breach. The breach itself never moves. */
export const snooze = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "snooze" }>,
  principal: Principal,
): Decision => {
  if (principal.is !== "staff") return refuse({ reason: "notAllowed" });
  if (runningClocks(ticket).length === 0) return refuse({ reason: "nothingRunning" });
  return command.until > command.at
    ? accept(command, { type: "snoozed", person: principal.person.key, until: command.until })
    : refuse({ reason: "timeHasPassed" });
};
