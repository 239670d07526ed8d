import { type Instant, minute, day } from "./instant.ts";
import { IANAZone } from "luxon";

/**
 * The zone's offset in milliseconds east of UTC. Only the offset comes from Luxon, so no result depends on the present
 * moment.
 */
const offsetAt = (zone: string, at: Instant): number => Math.round(IANAZone.create(zone).offset(at) * minute);

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
 * (forward is positive). No zone changes its clocks twice within a day.
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
