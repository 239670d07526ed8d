import type { Desk } from "../../desk/desk.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { plan } from "../clocks/plan.ts";
import { currentSteps } from "../clocks/reminder-schedule.ts";
import { decide } from "../decide.ts";
import type { Event } from "../messages.ts";
import type { NotifyTarget, SkippedTarget } from "../routes/notification-route.ts";
import { follow, type Walked } from "./walk.ts";
import type { RehearsedStep, RemindedPerson } from "./rehearsal.ts";

const personOf = (target: NotifyTarget): RemindedPerson => ({
  role: target.how === "mention" ? "triage" : target.as,
  person: target.person,
});

const isQuiet = ({ why }: SkippedTarget): boolean => why.is === "quiet";

/** Each person in each role once. */
const each = (people: readonly RemindedPerson[]): readonly RemindedPerson[] =>
  people.filter(
    (one, index) => people.findIndex(({ role, person }) => role === one.role && person === one.person) === index,
  );

const stepOf = (before: Walked, event: Extract<Event, { type: "reminded" }>): readonly RehearsedStep[] => {
  const { ticket } = before.state;
  const clock = ticket.sla.clocks.find(({ kind, cycle }) => kind === event.clock && cycle === event.cycle);
  // The breach of a clock without such a step reminds no person.
  if (clock === undefined || event.notices.length === 0) return [];
  const step = currentSteps(ticket, clock).find((timed) => timed.step.percent === event.step)?.step;
  return [
    {
      clock: event.clock,
      severity: clock.target.severity,
      percent: event.step,
      left: step?.left ?? null,
      at: event.plannedFor,
      reminded: each(event.notices.map(({ to }) => personOf(to))),
      inQuietHours: each(event.notices.flatMap(({ skipped }) => skipped.filter(isQuiet).map(({ to }) => personOf(to)))),
    },
  ];
};

/** No step of a running clock comes before this moment. It costs less than the plan, and most clocks end before their first step. */
const earliestStep = ({ target: { due, ladder }, end }: Clock): Instant =>
  end !== null ? Infinity : ladder.reduce((first, { at }) => Math.min(first, at), due);

/**
 * The ticket at a moment after the steps that come before it, each at its time, and these steps. A step is decided as the
 * product does, for people who are not out of office.
 */
export const remindedUntil = (
  before: Walked,
  until: Instant,
  desk: Desk,
): { readonly walked: Walked; readonly steps: readonly RehearsedStep[] } => {
  const steps: RehearsedStep[] = [];
  let walked = before;
  while (walked.state.ticket.sla.clocks.some((clock) => earliestStep(clock) < until)) {
    const [next] = plan(walked.state.ticket);
    if (next === undefined || next.at >= until) break;
    const { clock, cycle, at } = next;
    const decision = decide(walked.state, { type: "remind", clock, cycle, by: { kind: "clock" }, at }, desk);
    if (!decision.ok) break;
    for (const event of decision.events) {
      if (event.type === "reminded") steps.push(...stepOf(walked, event));
      walked = follow(walked, event);
    }
  }
  return { walked, steps };
};
