import type { Instant } from "./instant.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Half-open opening hours in minutes after local midnight; `to` may be 1440 (24:00). */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** When working time passes. A calendar that never opens is refused by the desk file. */
export type Calendar =
  | { readonly name: string; readonly open: "always" }
  | {
      readonly name: string;
      readonly open: "hours";
      readonly timezone: string;
      readonly hours: Readonly<Record<Weekday, readonly Interval[]>>;
      /** Closed dates, `2026-12-25`, in the calendar's own zone. */
      readonly holidays: readonly string[];
      /** Dates opened or closed otherwise, in the calendar's own zone; they stand before weekdays and holidays. */
      readonly exceptions: Readonly<Record<string, readonly Interval[]>>;
    };

/** The calendar that every desk has by itself. */
export const roundTheClock: Calendar = { name: "always", open: "always" };

/** The working time a clock may use: whole working days first, then milliseconds of opening hours. */
export interface TargetTime {
  readonly days: number;
  readonly ms: number;
}

/** A stretch of time that counted, half-open. */
export interface CountedSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** A stretch of time in which a clock stood still, half-open; `to` is null while it still does. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}
