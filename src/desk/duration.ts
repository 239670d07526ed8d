import { second, minute, hour } from "../sla/instant.ts";
import type { TargetTime } from "../sla/calendar.ts";

/** A shorter target would be due before a person could read the ticket. */
const shortest = 5 * second;
const longestDays = 3_660;

/**
 * An ISO 8601 duration as a target: `PT30M`, `P1D`, `P2DT4H`, from PT5S to 3660 days. Null for any other text. Weeks,
 * months and years are refused, because their number of working days is ambiguous.
 */
export const parseDuration = (text: string): TargetTime | null => {
  const match =
    /^P(?=[\dT])(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/.exec(text);
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  const ms = hours * hour + minutes * minute + Math.round(seconds * second);
  if (days > longestDays || ms > longestDays * 24 * hour) return null;
  return days > 0 || ms >= shortest ? { days, ms } : null;
};

/** Milliseconds as an ISO 8601 duration of hours, minutes and seconds: `PT2H30M`. */
export const durationText = (ms: number): string => {
  const parts = [
    [Math.floor(ms / hour), "H"],
    [Math.floor((ms % hour) / minute), "M"],
    [(ms % minute) / second, "S"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return `PT${shown.length === 0 ? "0S" : shown.join("")}`;
};

/** Whether it is a length of time without days, of at most a week. */
export const isAtMostAWeek = (written: string): boolean => {
  const parsed = parseDuration(written);
  return parsed !== null && parsed.days === 0 && parsed.ms <= 7 * 86_400_000;
};

/** The length (ms) of a written duration, for comparing two: a day counts as 24 hours. 0 if it is missing or no duration. */
export const lengthOf = (written: string | undefined): number => {
  const target = written === undefined ? null : parseDuration(written);
  return target === null ? 0 : target.days * 86_400_000 + target.ms;
};
