import { weekdays, type Interval, type Weekday } from "../sla/calendar.ts";

export const isWeekday = (text: string | undefined): text is Weekday => weekdays.some((each) => each === text);

/** The days of `mon`, `mon-fri` or `sun-thu` (over the weekend), in order; null for any other text. */
export const parseDays = (text: string): readonly Weekday[] | null => {
  const [first, last = first, ...rest] = text.split("-");
  if (!isWeekday(first) || !isWeekday(last) || rest.length > 0) return null;
  const from = weekdays.indexOf(first);
  const count = ((weekdays.indexOf(last) - from + weekdays.length) % weekdays.length) + 1;
  return [...weekdays, ...weekdays].slice(from, from + count);
};

const clockTimes = (text: string): Interval | null => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text);
  if (match === null) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 24, toMinute = 0] = match
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
  return { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
};

/** The interval of `09:00-14:00`, in minutes after midnight; `24:00` ends a day. Null for any other text. */
export const parseInterval = (text: string): Interval | null => {
  const interval = clockTimes(text);
  return interval !== null && interval.from < interval.to ? interval : null;
};

/** Quiet hours, which may span midnight: in `22:00-07:00` the end is before the beginning. Null for any other text. */
export const parseQuiet = (text: string): Interval | null => {
  const interval = clockTimes(text);
  return interval !== null && interval.from !== interval.to ? interval : null;
};

/** The minutes after midnight of `08:00`; null for any other text. */
export const parseTimeOfDay = (text: string): number | null => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

/** The day and the minutes after its midnight of `mon 08:00`; null for any other text. */
export const parseTimeOfWeek = (text: string): { readonly day: Weekday; readonly minute: number } | null => {
  const [day, time = "", ...rest] = text.split(" ");
  const minute = parseTimeOfDay(time);
  return isWeekday(day) && minute !== null && rest.length === 0 ? { day, minute } : null;
};

/** Whether each interval begins when or after the one before it has ended. */
export const inOrder = (intervals: readonly Interval[]): boolean =>
  intervals.every((each, index) => index === 0 || each.from >= (intervals[index - 1]?.to ?? 0));
