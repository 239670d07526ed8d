import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import { type Instant, second } from "../../sla/instant.ts";
import type { Line } from "../../chat/card.ts";
import type { CountedSpan, EndedPause } from "../../sla/calendar.ts";
import { pausedSince } from "../../tickets/clocks/plan.ts";

import type { Ticket } from "../../tickets/ticket.ts";
import { countedSpans, dueWithPauses, elapsed, workingTimeBetween } from "../../sla/working-time.ts";
import { calendarText } from "../../i18n/calendar-text.ts";
import { cappedLines, specialDateLines } from "./special-dates.ts";
import { countedTimeLines } from "./counted-time.ts";
import { exactDurationText } from "../../i18n/duration-text.ts";
import { exactMomentText, exactTimes, type ExactTimes } from "./exact-times.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { faintly, moment, plain, strong } from "../../i18n/spans.ts";
import { targetText } from "../../i18n/target-text.ts";
import { dstLines } from "./dst-lines.ts";
import { wholeSecondSpans } from "./whole-seconds.ts";
import { sayIn } from "../../i18n/say.ts";

/** Earlier targets, the newest first; each was valid until the next one. */
const earlierLines = ({ earlier, target }: Clock, { locale }: Viewer): readonly Line[] => {
  const say = sayIn(locale);
  return earlier
    .map(({ severity, due }, index): Line =>
      faintly(
        rich(say, "show.earlier", {
          severity: say(`severity.${severity}`),
          due: moment(due),
          until: moment((earlier[index + 1] ?? target).madeAt),
        }),
      ),
    )
    .toReversed();
};

/** A moment as the counted spans show it. */
type MomentText = (at: Instant) => string;

const pauseLines = (
  pauses: readonly EndedPause[],
  between: CountedSpan,
  momentText: MomentText,
  { locale }: Viewer,
): readonly Line[] => {
  const overlapping = pauses.filter(({ from, to }) => from < to && from < between.to && to > between.from);
  return overlapping.map(({ from, to }) => [
    plain(sayIn(locale)("show.pausedFromTo", { from: momentText(from), to: momentText(to) })),
  ]);
};

/** When a paused clock is due is not known yet, so the line shows the time left. */
const dueLine = (
  { target: { calendar, due } }: Clock,
  pausedAt: Instant | null,
  momentText: MomentText,
  { locale }: Viewer,
): Line => {
  const say = sayIn(locale);
  if (pausedAt === null || pausedAt >= due) return rich(say, "show.due", { due: moment(due) });
  // The counted time was rounded up.
  const left = Math.floor(workingTimeBetween(calendar, pausedAt, due) / second) * second;
  const time = exactDurationText(left, calendar, locale);
  return [plain(say("show.pausedSince", { from: momentText(pausedAt), time }))];
};

/** Why the due time is not what the target alone gives: an agent chose it, or grace postponed it. */
const beyondTarget = (
  { kind, startedAt, target: current, earlier }: Clock,
  pauses: readonly EndedPause[],
  pausedAt: Instant | null,
  viewer: ExactTimes,
): readonly Line[] => {
  const say = sayIn(viewer.locale);
  const { calendar, time: target, madeAt, due } = current;
  if (clockTraits[kind].target === "moment") return [[plain(say("show.chosen"))]];
  if (due <= dueWithPauses(calendar, startedAt, target, pauses)) return [];
  // For a paused clock, grace counts from when it stopped.
  const grace = elapsed(calendar, Math.min(madeAt, pausedAt ?? madeAt), due, pauses);
  const about = {
    at: exactMomentText(madeAt, viewer),
    time: exactDurationText(grace, calendar, viewer.locale),
  };
  return [[plain(say(earlier.length === 0 ? "show.graceLate" : "show.graceAnew", about))]];
};

/**
 * Why one clock's target is due at its time. `ended`: the ended pauses of the ticket. The most important lines come first, because platforms cut long messages
 * at their end.
 */
export const explain = (
  ticket: Ticket,
  clock: Clock,
  ended: readonly EndedPause[],
  viewer: Viewer,
): readonly Line[] => {
  const say = sayIn(viewer.locale);
  const { startedAt, snoozed } = clock;
  const { time: target, calendar, severity, due } = clock.target;
  const pausedAt = pausedSince(ticket, clock);
  const between = { from: startedAt, to: pausedAt === null ? due : Math.min(pausedAt, due) };
  const pauses = clockTraits[clock.kind].pausable ? ended : [];
  const span = exactTimes(viewer, between, calendar.open === "always" ? [] : [calendar.timezone]);
  const counted = countedSpans(calendar, between.from, between.to, pauses);
  const whole = wholeSecondSpans(counted);
  const edges = new Map(
    counted.flatMap(({ from, to }, index) => [[from, whole[index]?.from] as const, [to, whole[index]?.to] as const]),
  );
  const momentText: MomentText = (at) => exactMomentText(edges.get(at) ?? at, span);
  return [
    [strong(say(`clock.${clock.kind}`))],
    rich(say, "show.started", { at: moment(startedAt) }),
    [
      plain(
        say("show.target", {
          target: targetText(target, calendar, viewer.locale),
          severity: ticket.kind === "consulting" ? say("kind.consulting") : say(`severity.${severity}`),
        }),
      ),
    ],
    dueLine(clock, pausedAt, momentText, span),
    ...beyondTarget(clock, pauses, pausedAt, span),
    [plain(say("show.calendar", { hours: calendarText(calendar, viewer.locale) }))],
    ...countedTimeLines(whole, calendar, span),
    ...cappedLines(pauseLines(pauses, between, momentText, span), viewer),
    ...specialDateLines(calendar, between, span),
    ...dstLines(calendar, between, span),
    ...(snoozed === null ? [] : [rich(say, "show.snoozed", { until: moment(Math.min(snoozed.until, due)) })]),
    ...cappedLines(earlierLines(clock, viewer), viewer),
  ];
};
