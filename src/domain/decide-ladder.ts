import type { Desk } from "./desk.ts";
import type { Standing } from "./may.ts";
import type { Decision } from "./messages.ts";
import { clockOf, whyMoot } from "./moot.ts";
import { noticeAfter, noticeAround, noticesFor } from "./notices.ts";
import { plan, runningClocks } from "./plan.ts";
import type { Reminder } from "./messages.ts";
import { silentBreach, stepsNow } from "./steps-now.ts";
import type { PromisedStep, Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";

/**
 * A step fell due. Only the highest that fell due goes out; the lower ones are overtaken. A breach of which the ladder says
 * nothing is noted, and overtakes nothing.
 */
export const remind = (ticket: Ticket, command: Extract<Change, { type: "remind" }>, desk: Desk): Decision => {
  const due = plan(ticket).filter(
    (each) => each.clock === command.clock && each.cycle === command.cycle && each.at <= command.at,
  );
  const clock = ticket.clocks.find((each) => each.kind === command.clock && each.cycle === command.cycle);
  if (due.length === 0 || clock === undefined) return refuse({ reason: "notDue" });
  const steps = stepsNow(ticket, clock).flatMap(({ step }) => (step === silentBreach ? [] : [step]));
  const stepOf = (each: Reminder): PromisedStep | undefined => steps.find(({ at }) => at === each.step);
  const told = due.filter((each) => stepOf(each) !== undefined);
  const highest = told.at(-1);
  const unsaid = due.filter((each) => stepOf(each) === undefined);
  const overtaken = (by: Reminder): readonly number[] => told.filter((each) => each !== by).map((each) => each.step);
  return accept(
    command,
    ...[...(highest === undefined ? [] : [highest]), ...unsaid].map((each) => {
      const step = stepOf(each);
      const about = { clock: each.clock, cycle: each.cycle, promise: each.promise, plannedFor: each.at };
      return {
        type: "reminded",
        ...about,
        step: each.step,
        overtaken: step === undefined ? [] : overtaken(each),
        notices: step === undefined ? [] : noticesFor(step, clock.promise.calendar, about, ticket, desk, command.at),
      } as const;
    }),
  );
};

/** A reminder did not arrive. The next rung is only worth taking while the promise it is about still runs. */
export const fallBack = (ticket: Ticket, command: Extract<Change, { type: "fallBack" }>, desk: Desk): Decision => {
  const { notice, why } = command;
  const clock = runningClocks(ticket).find((each) => each.kind === notice.clock && each.cycle === notice.cycle);
  const next = clock === undefined ? null : noticeAfter(notice, why, clock.promise.calendar, ticket, desk, command.at);
  return accept(command, { type: "fellBack", failed: notice, why, next });
};

/** Whoever a reminder is for went away before it left: who is there takes it, as if that had been known when it fell due. */
export const passOver = (ticket: Ticket, command: Extract<Change, { type: "passOver" }>, desk: Desk): Decision => {
  const { notice, at } = command;
  const clock = clockOf(notice, ticket);
  const next = clock === undefined ? null : noticeAround(notice, clock.promise.calendar, ticket, desk, at);
  const why = next?.passed[notice.passed.length]?.why;
  return next === null || why === undefined || why.is === "failed"
    ? refuse({ reason: "notDue" })
    : accept(command, { type: "fellBack", failed: notice, why, next });
};

/** Nobody was told of a step whose clock stands still now: it is as if it had not come yet. */
export const holdBack = (ticket: Ticket, command: Extract<Change, { type: "holdBack" }>): Decision => {
  const { clock, cycle, promise, step } = command.notice;
  const isGone = clockOf(command.notice, ticket)?.fired.includes(step) === true;
  return isGone && whyMoot(command.notice, ticket) === "stands"
    ? accept(command, { type: "heldBack", clock, cycle, promise, step })
    : refuse({ reason: "notDue" });
};

/** Somebody is on it: quiet up to the breach. */
export const acknowledge = (ticket: Ticket, command: Change, standing: Standing): Decision => {
  if (standing.is !== "staff") return refuse({ reason: "notAllowed" });
  const running = runningClocks(ticket);
  if (running.length === 0) return refuse({ reason: "nothingRunning" });
  if (running.every((clock) => clock.acknowledged !== null))
    return refuse({ reason: "alreadyThat", what: "acknowledged" });
  return accept(command, { type: "acknowledged", person: standing.person.key });
};

/** Puts the steps below the breach off; the breach itself never moves. */
export const snooze = (ticket: Ticket, command: Extract<Change, { type: "snooze" }>, standing: Standing): Decision => {
  if (standing.is !== "staff") return refuse({ reason: "notAllowed" });
  if (runningClocks(ticket).length === 0) return refuse({ reason: "nothingRunning" });
  return command.until > command.at
    ? accept(command, { type: "snoozed", person: standing.person.key, until: command.until })
    : refuse({ reason: "notAhead" });
};
