import { rich } from "../i18n/rich.ts";
import type { Clock, SlaTarget } from "../sla/clock.ts";
import { clockKinds, type ClockKind, clockTraits } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Line } from "../chat/card.ts";
import { openTargets } from "../tickets/clocks/breach.ts";
import { breach } from "../tickets/clocks/ladder.ts";
import { pauseStart } from "../tickets/clocks/pauses.ts";
import { pausedSince } from "../tickets/clocks/plan.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { workingTimeBetween } from "../sla/working-time.ts";
import { durationText } from "../i18n/duration-text.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { moment, momentAndLeft, plain, strong, strongly } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";

/** The latest clock of one kind; null if there was none. */
export const latestOf = (ticket: Ticket, kind: ClockKind): Clock | null =>
  ticket.sla.clocks.findLast((clock) => clock.kind === kind) ?? null;

/** The latest clock of each kind that customers may see, in the order of the kinds. */
export const latestClocks = (ticket: Ticket): readonly Clock[] =>
  clockKinds.flatMap((kind) => ticket.sla.clocks.filter((clock) => clock.kind === kind).slice(-1));

/** Whether a running clock has recorded its breach. */
export const isMissed = (clock: Clock): boolean => clock.end === null && clock.fired.some((step) => step >= breach);

/** The working time that a paused clock has left, as text. */
export const timeLeft = ({ target }: Clock, pausedAt: Instant, viewer: Viewer): string =>
  durationText(workingTimeBetween(target.calendar, pausedAt, target.due), viewer.locale);

/**
 * How late an act was, in milliseconds: working time without pauses. A promised update is due at a moment, so all time
 * counts.
 */
export const lateBy = (ticket: Ticket, clock: Clock, { calendar, due, pausedLate }: SlaTarget, at: Instant): number => {
  if (clockTraits[clock.kind].target === "moment") return at - due;
  const paused = workingTimeBetween(calendar, Math.max(pauseStart(ticket, clock) ?? at, due), at);
  return workingTimeBetween(calendar, due, at) - pausedLate - paused;
};

/** The state of a target for staff: due with a countdown, paused, missed, met, or late by how much. */
export const dueLine = (ticket: Ticket, clock: Clock, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const { due } = clock.target;
  const pausedAt = pausedSince(ticket, clock);
  if (clock.end === null && (isMissed(clock) || (pausedAt !== null && pausedAt >= due)))
    return strongly(rich(say, "target.missed", { due: momentAndLeft(due) }));
  if (pausedAt !== null) return [plain(say("target.paused", { time: timeLeft(clock, pausedAt, viewer) }))];
  if (clock.end === null) return rich(say, "target.due", { due: momentAndLeft(due) });
  const { at, how } = clock.end;
  if (how === "met") return rich(say, "target.met", { at: moment(at), due: moment(due) });
  const [breached = clock.target] = openTargets(clock);
  if (how === "cancelled")
    return clock.target.breached === true
      ? strongly(rich(say, "target.missed", { due: moment(breached.due) }))
      : [plain(say("target.dropped"))];
  const time = durationText(lateBy(ticket, clock, breached, at), viewer.locale);
  const late = strong(say("target.lateBy", { time }));
  return rich(say, "target.late", { late, at: moment(at), due: moment(breached.due) });
};
