import type { Calendar } from "../../../src/sla/calendar.ts";
import { openSpans } from "../../support/clocks/temporal-oracle.ts";

/**
 * The rules of the clocks a second time, told from the whole history and without any of the product's code: nothing is
 * carried along, everything is counted again from the acts, by walking over open hours. Slow and plain on purpose.
 */
export const hour = 3_600_000;
const day = 24 * hour;

/** Working days first, then milliseconds of open time. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}
export const hours = (count: number): Length => ({ days: 0, ms: count * hour });

/** When a ticket is opened, and in which calendar. */
export interface ModelWorld {
  readonly openedAt: number;
  readonly calendar: Calendar;
}

/** The calendar of the other account's plan, and of an update at night. */
export const modelOther: Calendar = { name: "other", open: "always" };

const others = new WeakMap<ModelWorld, ModelWorld>();
export const elsewhere = (world: ModelWorld): ModelWorld => {
  const other = others.get(world) ?? { openedAt: world.openedAt, calendar: modelOther };
  others.set(world, other);
  return other;
};

const known = new WeakMap<ModelWorld, readonly Span[]>();

/** All open spans of four months, computed with Temporal. */
export const openIn = (world: ModelWorld): readonly Span[] => {
  const { calendar, openedAt } = world;
  const spans =
    known.get(world) ??
    (calendar.open === "always"
      ? [[0, openedAt + 1_000 * day] as const]
      : openSpans(calendar, openedAt - 2 * day, openedAt + 120 * day).map(({ from, to }) => [from, to] as const));
  known.set(world, spans);
  return spans;
};

export type Span = readonly [number, number];

export const cut = (spans: readonly Span[], holes: readonly Span[]): readonly Span[] =>
  holes.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([start, end]): readonly Span[] => {
        if (to <= start || from >= end) return [[start, end]];
        return (
          [
            [start, Math.min(end, from)],
            [Math.max(start, to), end],
          ] as const
        ).filter(([a, b]) => a < b);
      }),
    spans,
  );

/** The open spans between two moments. */
export const openBetween = (world: ModelWorld, from: number, to: number): readonly Span[] =>
  openIn(world)
    .filter(([start, end]) => end > from && start < to)
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => start < end);

/** The first moment at which `ms` of open time outside the holes have passed since `from`. */
export const walk = (world: ModelWorld, from: number, length: number, holes: readonly Span[]): number => {
  let left = length;
  for (const span of openIn(world)) {
    if (span[1] <= from) continue;
    for (const [start, end] of cut([span], [[0, from], ...holes])) {
      if (left <= end - start) return start + left;
      left -= end - start;
    }
  }
  throw new Error("the model's calendar is too short");
};

export const counted = (world: ModelWorld, from: number, to: number): number =>
  openBetween(world, from, to).reduce((sum, [start, end]) => sum + end - start, 0);

/** The same wall time some open days later; from the next opening if the calendar is closed. */
const daysLater = (world: ModelWorld, from: number, days: number): number => {
  const { calendar } = world;
  if (calendar.open === "always") return from + days * day;
  const [next] = openBetween(world, from, Infinity);
  const opening = Temporal.Instant.fromEpochMilliseconds(next?.[0] ?? from).toZonedDateTimeISO(calendar.timezone);
  const midnight = (of: Temporal.PlainDate): number => of.toZonedDateTime(calendar.timezone).epochMilliseconds;
  const isOpenOn = (each: Temporal.PlainDate): boolean => {
    const [begins, ends] = [midnight(each), midnight(each.add({ days: 1 }))];
    return openIn(world).some(([start, end]) => start < ends && end > begins);
  };
  let date = opening.toPlainDate();
  for (let left = days; left > 0; left -= isOpenOn(date) ? 1 : 0) date = date.add({ days: 1 });
  return date.toZonedDateTime({ timeZone: calendar.timezone, plainTime: opening.toPlainTime() }).epochMilliseconds;
};

/** When a length of time from that moment is used up, without pauses. */
export const ends = (world: ModelWorld, from: number, { days, ms }: Length): number => {
  const start = days > 0 ? daysLater(world, from, days) : from;
  return ms > 0 ? walk(world, start, ms, []) : start;
};
