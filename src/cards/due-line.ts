import { rich } from "../i18n/rich.ts";
import type { Clock, SlaTarget } from "../sla/clock.ts";
import { clockKinds, type ClockKind, clockTraits } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Line } from "../chat/card.ts";
import { openTargets } from "../tickets/clocks/breach.ts";
import { breach } from "../tickets/clocks/ladder.ts";
import { pausesOf } from "../tickets/clocks/pauses-of.ts";
import { standsSince } from "../tickets/clocks/plan.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { elapsed, workingTimeBetween } from "../sla/working-time.ts";
import { durationWords } from "../i18n/duration-words.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { moment, momentAndLeft, plain, strong, strongly } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";

/** The latest clock of one kind, where there was any. */
export const latestOf = (ticket: Ticket, kind: ClockKind): Clock | null =>
  ticket.sla.clocks.findLast((clock) => clock.kind === kind) ?? null;

/** The latest clock of each kind that a customer may know of, in the order of the kinds. */
export const latestClocks = (ticket: Ticket): readonly Clock[] =>
  clockKinds.flatMap((kind) => ticket.sla.clocks.filter((clock) => clock.kind === kind).slice(-1));

/** Whether the breach of a clock's promise has been noticed while it runs. */
export const isMissed = (clock: Clock): boolean => clock.end === null && clock.fired.some((step) => step >= breach);

/** The working time a clock that stands still has left. */
export const timeLeft = ({ target: promise }: Clock, stands: Instant, viewer: Viewer): string =>
  durationWords(workingTimeBetween(promise.calendar, stands, promise.due), viewer.locale);

/** The time by which a promise was missed that counts against it: working time without pauses; of news, which has a moment, all time. */
const lateBy = (ticket: Ticket, clock: Clock, { calendar, due }: SlaTarget, at: Instant): number =>
  clockTraits[clock.kind].target === "moment" ? at - due : elapsed(calendar, due, at, pausesOf(ticket, clock));

/** How a promise stands: due with a countdown, standing still, missed, kept, or late by how much. For staff. */
export const dueLine = (ticket: Ticket, clock: Clock, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const { due } = clock.target;
  const stands = standsSince(ticket, clock);
  if (clock.end === null && (isMissed(clock) || (stands !== null && stands >= due)))
    return strongly(rich(say, "target.missed", { due: momentAndLeft(due) }));
  if (stands !== null) return [plain(say("target.paused", { time: timeLeft(clock, stands, viewer) }))];
  if (clock.end === null) return rich(say, "target.due", { due: momentAndLeft(due) });
  const { at, how } = clock.end;
  if (how === "met") return rich(say, "target.met", { at: moment(at), due: moment(due) });
  const [broken = clock.target] = openTargets(clock);
  if (how === "dropped")
    return clock.target.missed === true
      ? strongly(rich(say, "target.missed", { due: moment(broken.due) }))
      : [plain(say("target.dropped"))];
  const time = durationWords(lateBy(ticket, clock, broken, at), viewer.locale);
  const late = strong(say("target.lateBy", { time }));
  return rich(say, "target.late", { late, at: moment(at), due: moment(broken.due) });
};
