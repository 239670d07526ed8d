import { hoursOn, weekdayOf, type Calendar } from "../sla/calendar.ts";

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
