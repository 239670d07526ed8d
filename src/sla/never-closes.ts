import { weekdays, type Calendar, type Interval } from "./calendar.ts";

const midnight = 24 * 60;

const fillDay = (intervals: readonly Interval[]): boolean =>
  intervals.reduce((until, { from, to }) => (from <= until ? Math.max(until, to) : until), 0) >= midnight;

/** Whether a calendar is open at every moment, in whatever form the desk file writes that. */
export const neverCloses = (calendar: Calendar): boolean =>
  calendar.open === "always" ||
  (weekdays.every((day) => fillDay(calendar.hours[day])) &&
    calendar.holidays.length === 0 &&
    Object.keys(calendar.exceptions).length === 0);
