import { weekdays, type Calendar, type Interval, type Weekday } from "../../../src/sla/calendar.ts";
import { parseInterval } from "../../../src/desk/opening-hours.ts";

const intervals = (texts: readonly string[]): readonly Interval[] =>
  texts.map((text) => {
    const interval = parseInterval(text);
    if (interval === null) throw new Error(`not an interval: ${text}`);
    return interval;
  });

interface Written {
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
  readonly holidays?: readonly string[];
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

/** A calendar of opening hours. */
export const calendarIn = (timezone: string, { hours, holidays = [], exceptions = {} }: Written): Calendar => ({
  name: "test",
  open: "hours",
  timezone,
  hours: Object.fromEntries(weekdays.map((day) => [day, intervals(hours[day] ?? [])])) as Record<
    Weekday,
    readonly Interval[]
  >,
  holidays,
  exceptions: Object.fromEntries(Object.entries(exceptions).map(([date, texts]) => [date, intervals(texts)])),
});

/** The same hours on each of the seven days. */
export const daily = (...texts: readonly string[]): Written["hours"] =>
  Object.fromEntries(weekdays.map((day) => [day, texts]));

/** The same hours from Monday to Friday. */
export const workdays = (...texts: readonly string[]): Written["hours"] =>
  Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, texts]));

/** Open day and night. */
export const always: Calendar = { name: "always", open: "always" };
