import type { Instant } from "./instant.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Half-open opening hours in minutes after local midnight; `to` may be 1440 (24:00). */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** When working time passes. The desk file refuses a calendar that never opens. */
export type Calendar =
  | { readonly name: string; readonly open: "always" }
  | {
      readonly name: string;
      readonly open: "hours";
      readonly timezone: string;
      readonly hours: Readonly<Record<Weekday, readonly Interval[]>>;
      /** Closed dates, `2026-12-25`, in the calendar's own zone. */
      readonly holidays: readonly string[];
      /**
       * Dates with other opening hours, in the calendar's own zone. They take precedence over weekdays and holidays.
       */
      readonly exceptions: Readonly<Record<string, readonly Interval[]>>;
    };

/** The calendar that every desk has without defining it. */
export const roundTheClock: Calendar = { name: "always", open: "always" };

/** The working time a clock may use: whole working days first, then milliseconds of opening hours. */
export interface TargetTime {
  readonly days: number;
  readonly ms: number;
}

/** A half-open span of time that counts as working time. */
export interface CountedSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** A half-open span of time in which a clock was paused. `to` is null while the pause lasts. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A pause that is over. */
export interface EndedPause extends Pause {
  readonly to: Instant;
}

/** The day of the week of a date such as `2026-01-15`. */
export const weekdayOf = (date: string): Weekday => {
  // Sunday is 0 in JavaScript.
  const index = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % weekdays.length;
  return weekdays[index] ?? "mon";
};

/** The opening hours of a date: those of its exception, none on a holiday, else those of its weekday. */
export const hoursOn = (calendar: Extract<Calendar, { open: "hours" }>, date: string): readonly Interval[] => {
  if (Object.hasOwn(calendar.exceptions, date)) return calendar.exceptions[date] ?? [];
  return calendar.holidays.includes(date) ? [] : calendar.hours[weekdayOf(date)];
};

/**
 * Whether the desk works on a date: one of its calendars with hours opens. A desk without such a calendar works from Monday
 * to Friday, because a calendar that is always open says nothing about the days on which people plan.
 */
export const isWorkingDay = (date: string, calendars: readonly Calendar[]): boolean => {
  const withHours = calendars.filter((calendar) => calendar.open === "hours");
  return withHours.length === 0
    ? !["sat", "sun"].includes(weekdayOf(date))
    : withHours.some((calendar) => hoursOn(calendar, date).length > 0);
};

const midnight = 24 * 60;

const fillDay = (intervals: readonly Interval[]): boolean =>
  intervals.reduce((until, { from, to }) => (from <= until ? Math.max(until, to) : until), 0) >= midnight;

/** Whether a calendar is open at every moment, in whatever form the desk file writes that. */
export const neverCloses = (calendar: Calendar): boolean =>
  calendar.open === "always" ||
  (weekdays.every((day) => fillDay(calendar.hours[day])) &&
    calendar.holidays.length === 0 &&
    Object.keys(calendar.exceptions).length === 0);
