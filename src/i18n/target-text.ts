import { minute, hour, day } from "../sla/instant.ts";
import type { Calendar, TargetTime } from "../sla/calendar.ts";
import type { Locale } from "../desk/desk.ts";
import { exactDurationText } from "./duration-text.ts";
import { sayIn } from "./say.ts";

const workingTime = (ms: number, calendar: Calendar, locale: Locale): string => {
  const say = sayIn(locale);
  if (ms % hour === 0) return say("target.workingHours", { count: ms / hour });
  if (ms % minute === 0 && ms < hour) return say("target.workingMinutes", { count: ms / minute });
  return say("target.workingTime", { time: exactDurationText(ms, calendar, locale) });
};

/** How long a target is, in the time its calendar counts: "1 hour, day and night", "4 working hours". */
export const targetText = (target: TargetTime, calendar: Calendar, locale: Locale): string => {
  const say = sayIn(locale);
  if (calendar.open === "always")
    return say("target.dayAndNight", { time: exactDurationText(target.days * day + target.ms, calendar, locale) });
  if (target.days === 0) return workingTime(target.ms, calendar, locale);
  const days = say("target.workingDays", { count: target.days });
  return target.ms === 0 ? days : say("target.daysAndTime", { days, time: workingTime(target.ms, calendar, locale) });
};
