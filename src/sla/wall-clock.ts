import { type Instant, minute, day } from "./instant.ts";
import { IANAZone } from "luxon";

/** Only the offset comes from Luxon, so no result depends on the present moment. */
const askedOffset = (zone: string, at: Instant): number => Math.round(IANAZone.create(zone).offset(at) * minute);

/** At most this many days of a zone are cached, so that many zones take little memory. */
const mostDays = 1_000;
const dayOffsets = new Map<string, Map<number, number>>();

/** The offset at the beginning of a day of UTC (days since 1970-01-01). */
const offsetAtDay = (zone: string, dayNumber: number): number => {
  const known = dayOffsets.get(zone) ?? new Map<number, number>();
  dayOffsets.set(zone, known);
  const found = known.get(dayNumber);
  if (found !== undefined) return found;
  const offset = askedOffset(zone, dayNumber * day);
  if (known.size >= mostDays) known.clear();
  known.set(dayNumber, offset);
  return offset;
};

/**
 * The zone's offset in milliseconds east of UTC. Asking for it takes longer than the arithmetic around it, so the offsets
 * of days are cached. No zone changes its clocks twice within a week: a day that begins and ends with the same offset
 * has it throughout.
 */
const offsetAt = (zone: string, at: Instant): number => {
  const dayNumber = Math.floor(at / day);
  const offset = offsetAtDay(zone, dayNumber);
  return offset === offsetAtDay(zone, dayNumber + 1) ? offset : askedOffset(zone, at);
};

/** The local time of a zone, written as if it were UTC. */
export const wallAt = (zone: string, at: Instant): number => at + offsetAt(zone, at);

/**
 * The instant of a local time (written as if it were UTC). A time that the zone skips moves forward by the length of
 * the gap; of a time that exists twice, the first counts.
 */
export const instantOf = (zone: string, wall: number): Instant => {
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  if (before === after) return wall - before;
  const candidates = [wall - before, wall - after].filter((at) => wallAt(zone, at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
};

/** Minutes since local midnight in a zone. */
export const minuteOfDay = (zone: string, at: Instant): number => {
  const wall = wallAt(zone, at);
  return Math.floor((wall - Math.floor(wall / day) * day) / minute);
};

/** The instant of a local date (`2026-01-15`) and minutes after its midnight. */
export const instantOfDate = (zone: string, date: string, minutes: number): Instant =>
  instantOf(zone, Date.parse(`${date}T00:00:00Z`) + minutes * minute);

/**
 * The time changes of a zone after `from` and no later than `to`: the first `most`, each with its shift in milliseconds
 * (forward is positive). No zone changes its clocks twice within a week.
 */
export const dstTransitions = (
  zone: string,
  from: Instant,
  to: Instant,
  most: number,
): readonly { readonly at: Instant; readonly by: number }[] => {
  const turns: { readonly at: Instant; readonly by: number }[] = [];
  for (let start = from; start < to && turns.length < most; start += day) {
    let [before, after] = [start, Math.min(start + day, to)];
    const by = offsetAt(zone, after) - offsetAt(zone, before);
    if (by === 0) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(zone, middle) === offsetAt(zone, start)) before = middle;
      else after = middle;
    }
    turns.push({ at: after, by });
  }
  return turns;
};

/** The local date of a zone, `2026-01-15`. */
export const dateAt = (zone: string, at: Instant): string => new Date(wallAt(zone, at)).toISOString().slice(0, 10);
