import { weekdayOf, weekdays } from "../sla/calendar.ts";
import { day, type Instant } from "../sla/instant.ts";
import { dateAt, instantOfDate } from "../sla/wall-clock.ts";

/** The period of a report for which none was named. */
export const usualPeriod = "last month";

/** The time that a report covers: from the beginning of a day until before the beginning of another. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** A day of the calendar, `2026-10-01`, moved by months and days. */
export const moved = (date: string, by: { readonly months?: number; readonly days?: number }): string => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + (by.months ?? 0), day + (by.days ?? 0))).toISOString().slice(0, 10);
};

/** Whether a text is a day of the calendar, `2026-02-28`. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && moved(text, {}) === text;

/** The beginning of a day in a zone; null if the text is no day. */
export const startOfDate = (zone: string, text: string): Instant | null =>
  isDate(text) ? instantOfDate(zone, text, 0) : null;

/** More parts than a century of months are not told one by one. */
const mostParts = 1_200;

type Days = readonly [first: string, after: string];

/** The days of a year, a quarter, a month, or a day: `2026`, `2026-Q3`, `2026-10`, `2026-10-31`. */
const daysOfUnit = (words: string): Days | null => {
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(words);
  if (quarter !== null) {
    const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
    return [first, moved(first, { months: 3 })];
  }
  if (isDate(words)) return [words, moved(words, { days: 1 })];
  if (isDate(`${words}-01`)) return [`${words}-01`, moved(`${words}-01`, { months: 1 })];
  return /^\d{4}$/.test(words) ? [`${words}-01-01`, moved(`${words}-01-01`, { months: 12 })] : null;
};

/** The same, or from one of them to another with both: `2026-10-01..2026-10-07`, `2026-12..2027-02`. */
const namedDays = (words: string): Days | null => {
  const [from = "", to = from, ...others] = words.split("..");
  const [first, last] = [daysOfUnit(from.trim()), daysOfUnit(to.trim())];
  if (first === null || last === null || others.length > 0) return null;
  return first[0] < last[1] ? [first[0], last[1]] : null;
};

/** How many months a unit has. */
const unitMonths = { month: 1, quarter: 3, year: 12 } as const;
export type PeriodUnit = "week" | keyof typeof unitMonths;

/** The first day of the week (from Monday), month, quarter or year that a day is in. */
export const beginningOf = (unit: PeriodUnit, today: string): string => {
  if (unit === "week") return moved(today, { days: -weekdays.indexOf(weekdayOf(today)) });
  const [year = "", month = "1"] = today.split("-");
  const first = Math.floor((Number(month) - 1) / unitMonths[unit]) * unitMonths[unit] + 1;
  return `${year}-${String(first).padStart(2, "0")}-01`;
};

/** A day of the calendar, moved by so many weeks, months, quarters or years. */
export const unitsAfter = (unit: PeriodUnit, date: string, count: number): string =>
  moved(date, unit === "week" ? { days: 7 * count } : { months: unitMonths[unit] * count });

/** `yesterday`, `last week`, `this quarter`: seen from today. */
const relativeDays = (words: string, today: string): Days | null => {
  if (/^today$/i.test(words)) return [today, moved(today, { days: 1 })];
  if (/^yesterday$/i.test(words)) return [moved(today, { days: -1 }), today];
  const found = /^(last|this) (week|month|quarter|year)$/i.exec(words);
  if (found === null) return null;
  const unit = (found[2] ?? "").toLowerCase() as PeriodUnit;
  const now = beginningOf(unit, today);
  return found[1]?.toLowerCase() === "last" ? [unitsAfter(unit, now, -1), now] : [now, unitsAfter(unit, now, 1)];
};

/**
 * The period that words name: `yesterday`, `last week`, `this month`, `2026`, `2026-Q3`, `2026-10`, `2026-10-31`, or
 * `2026-10-01..2026-10-07` and `2026-12..2027-02`, which have both ends. Days begin at midnight of the zone. Null for other words.
 */
export const readPeriod = (words: string, zone: string, now: Instant): Period | null => {
  const plain = words.trim().replaceAll(/\s+/g, " ");
  const days = relativeDays(plain, dateAt(zone, now)) ?? namedDays(plain);
  return days === null ? null : { from: instantOfDate(zone, days[0], 0), to: instantOfDate(zone, days[1], 0) };
};

/** The words that name a period of whole days in a zone, from its first day to its last: `2026-10-01..2026-10-07`. */
export const periodWords = ({ from, to }: Period, zone: string): string => {
  const [first, last] = [dateAt(zone, from), dateAt(zone, to - 1)];
  return first === last ? first : `${first}..${last}`;
};

const isMidnight = (zone: string, at: Instant): boolean => instantOfDate(zone, dateAt(zone, at), 0) === at;

/**
 * The period of the same length directly before. Whole months have whole months before them, whole days as many days, and
 * any other time as much time.
 */
export const periodBefore = ({ from, to }: Period, zone: string): Period => {
  if (!isMidnight(zone, from) || !isMidnight(zone, to)) return { from: from - (to - from), to: from };
  const [first, after] = [dateAt(zone, from), dateAt(zone, to)];
  const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const before =
    first.endsWith("-01") && after.endsWith("-01")
      ? moved(first, { months: monthsOf(first) - monthsOf(after) })
      : moved(first, { days: Math.round((Date.parse(first) - Date.parse(after)) / day) });
  return { from: instantOfDate(zone, before, 0), to: from };
};

/** The unit in which a period is told over time: so that there are enough points, and not too many. */
export type TimeUnit = "day" | "week" | "month";

/** The parts of a period: days up to five weeks, weeks from Monday up to eight months, else months. The first and last may be shorter. */
export const partsOf = (
  { from, to }: Period,
  zone: string,
): { readonly unit: TimeUnit; readonly parts: readonly Period[] } => {
  const days = (to - from) / day;
  const unit = days <= 36 ? "day" : days <= 250 ? "week" : "month";
  const parts: Period[] = [];
  for (let start = from; start < to && parts.length < mostParts;) {
    const date = dateAt(zone, start);
    const next = unit === "day" ? moved(date, { days: 1 }) : unitsAfter(unit, beginningOf(unit, date), 1);
    const end = Math.min(to, instantOfDate(zone, next, 0));
    parts.push({ from: start, to: end });
    start = end;
  }
  return { unit, parts };
};
