import { type Instant, minute, day } from "./instant.ts";
import { hoursOn, type Calendar, type CountedSpan, type Pause, type TargetTime } from "./calendar.ts";

import { instantOf, wallAt } from "./wall-clock.ts";

/** No target reaches further. The limit ends the search in a calendar that never opens. */
const horizonDays = 366 * 60;

type OpeningHours = Extract<Calendar, { open: "hours" }>;

const dayOf = (wall: number): number => Math.floor(wall / day);
const localDay = (calendar: OpeningHours, at: Instant): number => dayOf(wallAt(calendar.timezone, at));
const dateText = (dayNumber: number): string => new Date(dayNumber * day).toISOString().slice(0, 10);

/**
 * At most this many days of a calendar are cached. Ten years of office days, the longest target, need a quarter of
 * them.
 */
const mostKnown = 20_000;
const known = new WeakMap<OpeningHours, Map<number, readonly CountedSpan[]>>();

/**
 * The open spans of a local date (days since 1970-01-01), by their beginning. Spans may overlap if the zone skips local
 * times.
 */
const openOn = (calendar: OpeningHours, dayNumber: number): readonly CountedSpan[] => {
  const days = known.get(calendar) ?? new Map<number, readonly CountedSpan[]>();
  known.set(calendar, days);
  const found = days.get(dayNumber);
  if (found !== undefined) return found;
  const spans = hoursOn(calendar, dateText(dayNumber))
    .map(({ from, to }) => ({
      from: instantOf(calendar.timezone, dayNumber * day + from * minute),
      to: instantOf(calendar.timezone, dayNumber * day + to * minute),
    }))
    // A date that a zone skips entirely would otherwise open on its neighbour.
    .filter(({ from, to }) => from < to && localDay(calendar, from) === dayNumber)
    .toSorted((one, other) => one.from - other.from);
  if (days.size >= mostKnown) for (const early of [...days.keys()].slice(0, mostKnown / 2)) days.delete(early);
  days.set(dayNumber, spans);
  return spans;
};

/**
 * Every open span after `at`, in order and without overlaps, up to the date of `until`. The first one is cut to begin
 * at `at`.
 */
function* openFrom(calendar: OpeningHours, at: Instant, until: Instant | null): Generator<CountedSpan, void> {
  // A closing time that was moved out of a gap may be on the next date.
  const first = localDay(calendar, at) - 1;
  const last = until === null ? first + horizonDays : localDay(calendar, until) + 1;
  let from = at;
  for (let dayNumber = first; dayNumber <= last; dayNumber++)
    for (const span of openOn(calendar, dayNumber))
      if (span.to > from) {
        yield { from: Math.max(span.from, from), to: span.to };
        from = span.to;
      }
  if (until === null)
    throw new RangeError(
      `calendar ${calendar.name} is not open long enough within 60 years of ${new Date(at).toISOString()}`,
    );
}

const addWorkingDays = (calendar: OpeningHours, start: Instant, days: number): Instant => {
  const first = openFrom(calendar, start, null).next();
  const opening = first.done === true ? start : first.value.from;
  const wall = wallAt(calendar.timezone, opening);
  let dayNumber = dayOf(wall);
  for (let left = days, tried = 0; left > 0; tried++) {
    if (tried > horizonDays) throw new RangeError(`calendar ${calendar.name} has no ${days} working days ahead`);
    dayNumber += 1;
    if (openOn(calendar, dayNumber).length > 0) left -= 1;
  }
  return instantOf(calendar.timezone, dayNumber * day + (wall - dayOf(wall) * day));
};

const addOpenTime = (calendar: OpeningHours, start: Instant, ms: number): Instant => {
  let left = ms;
  for (const span of openFrom(calendar, start, null)) {
    if (left <= span.to - span.from) return span.from + left;
    left -= span.to - span.from;
  }
  return start;
};

/**
 * The instant at which a target is used up. A target used up exactly at closing time is due at the close. Throws a
 * RangeError if the calendar does not open long enough within 60 years.
 */
export const addWorkingTime = (calendar: Calendar, start: Instant, target: TargetTime): Instant => {
  if (calendar.open === "always") return start + target.days * day + target.ms;
  const afterDays = target.days > 0 ? addWorkingDays(calendar, start, target.days) : start;
  return target.ms > 0 ? addOpenTime(calendar, afterDays, target.ms) : afterDays;
};

/** Pauses in order, cut to `from`..`to`, with touching ones joined. A pause that still lasts reaches to the end. */
const joined = (pauses: readonly Pause[], from: Instant, to: Instant): readonly CountedSpan[] => {
  const cut = pauses
    .map((pause) => ({ from: Math.max(pause.from, from), to: Math.min(pause.to ?? to, to) }))
    .filter((pause) => pause.from < pause.to)
    .toSorted((one, other) => one.from - other.from);
  const apart: CountedSpan[] = [];
  for (const pause of cut) {
    const last = apart.at(-1);
    if (last === undefined || pause.from > last.to) apart.push(pause);
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
  }
  return apart;
};

const without = (span: CountedSpan, pauses: readonly CountedSpan[]): readonly CountedSpan[] => {
  const left: CountedSpan[] = [];
  let { from } = span;
  for (const pause of pauses) {
    if (pause.from >= span.to) break;
    if (pause.from > from) left.push({ from, to: pause.from });
    from = Math.max(from, pause.to);
  }
  return from < span.to ? [...left, { from, to: span.to }] : left;
};

/** The half-open spans of `from`..`to` that count, in order: open time without the pauses. */
export const countedSpans = (
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Pause[] = [],
): readonly CountedSpan[] => {
  if (to <= from) return [];
  const open: CountedSpan[] = [];
  if (calendar.open === "always") open.push({ from, to });
  else
    for (const span of openFrom(calendar, from, to)) {
      if (span.from >= to) break;
      open.push({ from: span.from, to: Math.min(span.to, to) });
    }
  if (pauses.length === 0) return open;
  const stops = joined(pauses, from, to);
  return open.flatMap((span) => without(span, stops));
};

/** Milliseconds of working time in `start`..`end`, without the pauses. */
export const elapsed = (calendar: Calendar, start: Instant, end: Instant, pauses: readonly Pause[] = []): number =>
  countedSpans(calendar, start, end, pauses).reduce((sum, span) => sum + span.to - span.from, 0);

/** Milliseconds of working time in `from`..`to`. */
export const workingTimeBetween = (calendar: Calendar, from: Instant, to: Instant): number =>
  elapsed(calendar, from, to);

/**
 * The instant at which a target is used up by a clock with pauses. The time left at the start of a pause is left at its
 * end. A pause that still lasts moves nothing yet.
 */
export const dueWithPauses = (
  calendar: Calendar,
  start: Instant,
  target: TargetTime,
  pauses: readonly Pause[],
): Instant => {
  const over = pauses.filter((pause) => pause.to !== null);
  let due = addWorkingTime(calendar, start, target);
  for (const pause of joined(over, start, Infinity)) {
    if (pause.from >= due) break;
    const left = workingTimeBetween(calendar, pause.from, due);
    due = Math.max(due, addWorkingTime(calendar, pause.to, { days: 0, ms: left }));
  }
  return due;
};

/** The instant at which a share (0..1) of the working time between start and due is used up, without the pauses. */
export const atShare = (
  calendar: Calendar,
  {
    start,
    due,
    share,
    pauses = [],
  }: { readonly start: Instant; readonly due: Instant; readonly share: number; readonly pauses?: readonly Pause[] },
): Instant => {
  if (share >= 1) return due;
  const ms = Math.round(elapsed(calendar, start, due, pauses) * share);
  return Math.min(due, dueWithPauses(calendar, start, { days: 0, ms: Math.max(ms, 1) }, pauses));
};

/** When a calendar opens next; null if it is open at this moment. */
export const opensAt = (calendar: Calendar, at: Instant): Instant | null => {
  const opening = addWorkingTime(calendar, at, { days: 0, ms: 1 }) - 1;
  return opening > at ? opening : null;
};
