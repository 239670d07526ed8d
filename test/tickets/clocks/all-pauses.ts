import type { Pause } from "../../../src/sla/calendar.ts";
import { clockTraits } from "../../../src/sla/clock-kinds.ts";
import type { Clock, SlaTarget, TargetStep } from "../../../src/sla/clock.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { atShare, dueWithPauses, elapsed } from "../../../src/sla/working-time.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { isForCustomer } from "../../../src/sla/clock-kinds.ts";

/**
 * The reminders of a clock, and how late it was, counted anew from all pauses that its ticket ever had. A ticket keeps
 * only what it needs of its pauses; the tests compare the two.
 */

const begun = (pauses: readonly Pause[], at: Instant): readonly Pause[] => {
  const last = pauses.at(-1);
  if (last === undefined) return [{ from: at, to: null }];
  return last.to === null ? pauses : [...pauses, { from: Math.max(at, last.to), to: null }];
};

const ended = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { from: pause.from, to: Math.max(pause.from, at) } : pause));

/** Every pause of a ticket, from its events: it is paused while it is not open. */
export const allPauses = (events: readonly Event[]): readonly Pause[] => {
  let state: TicketState | null = null;
  let pauses: readonly Pause[] = [];
  for (const event of events) {
    const wasOpen = state === null || state.ticket.status === "open";
    state = evolve(state, event);
    const isOpen = state.ticket.status === "open";
    if (wasOpen && !isOpen) pauses = begun(pauses, event.at);
    if (!wasOpen && isOpen) pauses = ended(pauses, event.type === "customerWrote" ? event.wroteAt : event.at);
  }
  return pauses;
};

const breach = 100;
const tolerance = 1e-6;

const ofClock = ({ kind }: Clock, pauses: readonly Pause[]): readonly Pause[] =>
  clockTraits[kind].pausable ? pauses : [];

const ladderTime = ({ startedAt, target }: Clock, { percent, left }: TargetStep, pauses: readonly Pause[]): Instant => {
  const { calendar, due, madeAt } = target;
  if (percent === breach) return due;
  const total = elapsed(calendar, startedAt, due, pauses);
  if (percent > breach)
    return Math.max(
      due,
      dueWithPauses(calendar, startedAt, { days: 0, ms: Math.round((total * percent) / breach) }, pauses),
    );
  const at =
    left === null
      ? atShare(calendar, { start: startedAt, due, share: percent / breach, pauses })
      : dueWithPauses(calendar, startedAt, { days: 0, ms: total - left }, pauses);
  return Math.min(Math.max(at, madeAt), due);
};

const afterPauses = (percent: number, at: Instant, due: Instant, pauses: readonly Pause[]): Instant => {
  const last = pauses.at(-1)?.to ?? null;
  return percent >= breach || last === null || at >= last ? at : Math.min(last, due);
};

/** The share and time of every step of a running clock, in order of the shares. */
export const stepsByAllPauses = (clock: Clock, all: readonly Pause[]): readonly (readonly [number, Instant])[] => {
  const pauses = ofClock(clock, all).filter((pause) => pause.to !== null);
  const { kind, startedAt, snoozed, target, fired } = clock;
  const { calendar, due, ladder } = target;
  const percents =
    ladder.some(({ percent }) => percent === breach) || !isForCustomer(kind) ? [] : [[breach, due] as const];
  const steps = [
    ...ladder.map((step) => {
      const at = afterPauses(step.percent, ladderTime(clock, step, pauses), due, pauses);
      return [step.percent, at] as const;
    }),
    ...percents,
  ].map(
    ([percent, at]) =>
      [percent, percent >= breach || snoozed === null ? at : Math.min(Math.max(at, snoozed.until), due)] as const,
  );
  const below = fired.filter((step) => step < breach);
  const byShare = (all: readonly (readonly [number, Instant])[]) => all.toSorted(([one], [other]) => one - other);
  if (snoozed === null || snoozed.until >= due || below.length === 0) return byShare(steps);
  const { until } = snoozed;
  const share = (breach * elapsed(calendar, startedAt, until, pauses)) / elapsed(calendar, startedAt, due, pauses);
  const percent = Math.max(Math.min(share, breach - 1_000 * tolerance), ...below.map((step) => step + tolerance));
  const at = afterPauses(percent, until, due, pauses);
  const joins = steps.some(([step, time]) => step < breach && time === at && !fired.includes(step));
  return byShare(joins ? steps : [...steps, [percent, at]]);
};

/** How much working time outside all pauses passed between a due time and an act. */
export const lateByAllPauses = (
  clock: Clock,
  { calendar, due }: SlaTarget,
  at: Instant,
  pauses: readonly Pause[],
): number => elapsed(calendar, due, at, ofClock(clock, pauses));
