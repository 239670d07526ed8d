import { weekdays, type Calendar, type Interval, type Weekday } from "../sla/calendar.ts";
import type { Locale } from "../desk/desk.ts";
import { sayIn } from "./say.ts";
import { dateFormat } from "./formats.ts";

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Opening hours as text: "09:00–14:00, 15:30–18:30". */
export const intervalText = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`).join(", ");

/** The name of a day of the week. 5 January 1970 was a Monday. */
export const dayName = (weekday: Weekday, locale: Locale, width: "short" | "long" = "short"): string =>
  dateFormat(locale, { weekday: width, timeZone: "UTC" }).format(Date.UTC(1970, 0, 5 + weekdays.indexOf(weekday)));

/** Runs of neighbouring days with the same hours. */
const runsOf = (hours: Readonly<Record<Weekday, readonly Interval[]>>): readonly (readonly Weekday[])[] =>
  weekdays.reduce<readonly (readonly Weekday[])[]>((runs, weekday) => {
    const run = runs.at(-1);
    const last = run?.at(-1);
    return run !== undefined && last !== undefined && intervalText(hours[last]) === intervalText(hours[weekday])
      ? [...runs.slice(0, -1), [...run, weekday]]
      : [...runs, [weekday]];
  }, []);

/** A calendar's hours on one line: "Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)". */
export const calendarText = (calendar: Calendar, locale: Locale): string => {
  const say = sayIn(locale);
  if (calendar.open === "always") return say("calendar.always");
  const hours = runsOf(calendar.hours)
    .map((run) => ({
      names: run.length === 1 ? [run[0]] : [run[0], run.at(-1)],
      hours: intervalText(calendar.hours[run[0] ?? "mon"]),
    }))
    .filter((run) => run.hours !== "")
    .map((run) => `${run.names.map((name) => dayName(name ?? "mon", locale)).join("–")} ${run.hours}`)
    .join("; ");
  return say("calendar.hours", { hours, zone: calendar.timezone });
};
