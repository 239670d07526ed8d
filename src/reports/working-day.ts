import { type Calendar, weekdays, type Weekday } from "../sla/calendar.ts";

/** The day of the week of a date such as `2026-01-15`. */
export const weekdayOf = (date: string): Weekday => {
  // Sunday is 0 in JavaScript.
  const index = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % weekdays.length;
  return weekdays[index] ?? "mon";
};

const opensOn = (calendar: Calendar, date: string): boolean => {
  if (calendar.open === "always") return false;
  const own = calendar.exceptions[date];
  if (own !== undefined) return own.length > 0;
  return !calendar.holidays.includes(date) && calendar.hours[weekdayOf(date)].length > 0;
};

/**
 * Whether the desk works on a date: one of its calendars with hours opens. A desk without such a calendar works from Monday
 * to Friday, because a calendar that is always open says nothing about the days on which people plan.
 */
export const isWorkingDay = (date: string, calendars: readonly Calendar[]): boolean => {
  const withHours = calendars.filter(({ open }) => open === "hours");
  return withHours.length === 0
    ? !["sat", "sun"].includes(weekdayOf(date))
    : withHours.some((calendar) => opensOn(calendar, date));
};
