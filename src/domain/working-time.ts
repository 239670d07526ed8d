import { IANAZone } from "luxon";
import { weekdays, type Calendar, type CountedSpan, type Target } from "./calendar.ts";
import type { Instant } from "./refs.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** No target of ours reaches further; a calendar that opened never would loop for ever. */
const horizonDays = 366 * 60;

type OpeningHours = Extract<Calendar, { open: "hours" }>;

/** Milliseconds east of UTC. Luxon is asked for nothing else, so no result depends on the present moment. */
const offsetAt = (zone: string, at: Instant): number => IANAZone.create(zone).offset(at) * minute;

/** The wall clock of a zone as if it were UTC. */
const wallAt = (zone: string, at: Instant): number => at + offsetAt(zone, at);

/**
 * The instant of a wall time. One that a zone skips moves forward by the length of the gap; one that exists twice is the
 * first.
 */
const instantOf = (zone: string, wall: number): Instant => {
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  if (before === after) return wall - before;
  const candidates = [wall - before, wall - after].filter((at) => wallAt(zone, at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
};

const dateText = (dayNumber: number): string => new Date(dayNumber * day).toISOString().slice(0, 10);

const known = new WeakMap<OpeningHours, Map<number, readonly CountedSpan[]>>();

/** What is open on a local date (days since 1970-01-01), in order. */
const openOn = (calendar: OpeningHours, dayNumber: number): readonly CountedSpan[] => {
  const days = known.get(calendar) ?? new Map<number, readonly CountedSpan[]>();
  known.set(calendar, days);
  const found = days.get(dayNumber);
  if (found !== undefined) return found;
  // 1970-01-01 was a Thursday.
  const weekday = weekdays[(((dayNumber + 3) % 7) + 7) % 7] ?? "mon";
  const spans = calendar.holidays.includes(dateText(dayNumber))
    ? []
    : calendar.hours[weekday]
        .map(({ from, to }) => ({
          from: instantOf(calendar.timezone, dayNumber * day + from * minute),
          to: instantOf(calendar.timezone, dayNumber * day + to * minute),
        }))
        .filter(({ from, to }) => from < to);
  days.set(dayNumber, spans);
  return spans;
};

const localDay = (calendar: OpeningHours, at: Instant): number => Math.floor(wallAt(calendar.timezone, at) / day);

/** Every open span from `at` on, the first one cut to begin at `at`. */
function* openFrom(calendar: OpeningHours, at: Instant): Generator<CountedSpan, void> {
  const first = localDay(calendar, at);
  for (let dayNumber = first; dayNumber < first + horizonDays; dayNumber++)
    for (const span of openOn(calendar, dayNumber))
      if (span.to > at) yield { from: Math.max(span.from, at), to: span.to };
  throw new RangeError(`calendar ${calendar.name} does not open within 60 years of ${new Date(at).toISOString()}`);
}

const addWorkingDays = (calendar: OpeningHours, start: Instant, days: number): Instant => {
  const first = openFrom(calendar, start).next();
  const opening = first.done === true ? start : first.value.from;
  const wall = wallAt(calendar.timezone, opening);
  let dayNumber = Math.floor(wall / day);
  for (let left = days, tried = 0; left > 0; tried++) {
    if (tried > horizonDays) throw new RangeError(`calendar ${calendar.name} has no ${days} working days ahead`);
    dayNumber += 1;
    if (openOn(calendar, dayNumber).length > 0) left -= 1;
  }
  return instantOf(calendar.timezone, dayNumber * day + (wall - Math.floor(wall / day) * day));
};

const addOpenTime = (calendar: OpeningHours, start: Instant, ms: number): Instant => {
  let left = ms;
  for (const span of openFrom(calendar, start)) {
    if (left <= span.to - span.from) return span.from + left;
    left -= span.to - span.from;
  }
  return start;
};

/** The instant at which a target is used up. Used up exactly at closing time is due at the close. */
export const addWorkingTime = (calendar: Calendar, start: Instant, target: Target): Instant => {
  if (calendar.open === "always") return start + target.days * day + target.ms;
  const afterDays = target.days > 0 ? addWorkingDays(calendar, start, target.days) : start;
  return target.ms > 0 ? addOpenTime(calendar, afterDays, target.ms) : afterDays;
};

/** The spans of `from`..`to` that count, half-open and in order. */
export const countedSpans = (calendar: Calendar, from: Instant, to: Instant): readonly CountedSpan[] => {
  if (to <= from) return [];
  if (calendar.open === "always") return [{ from, to }];
  const spans: CountedSpan[] = [];
  for (let dayNumber = localDay(calendar, from); dayNumber <= localDay(calendar, to); dayNumber++)
    for (const span of openOn(calendar, dayNumber)) {
      const cut = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
      if (cut.from < cut.to) spans.push(cut);
    }
  return spans;
};

/** Milliseconds of working time in `from`..`to`. */
export const workingTimeBetween = (calendar: Calendar, from: Instant, to: Instant): number =>
  countedSpans(calendar, from, to).reduce((sum, span) => sum + span.to - span.from, 0);

/** The instant at which a share (0..1) of the working time between start and due is used up. */
export const atShare = (calendar: Calendar, start: Instant, due: Instant, share: number): Instant => {
  if (share >= 1) return due;
  const ms = Math.round(workingTimeBetween(calendar, start, due) * share);
  return Math.min(due, addWorkingTime(calendar, start, { days: 0, ms: Math.max(ms, 1) }));
};
